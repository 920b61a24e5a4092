using Dapper;
using Npgsql;

namespace Campaign.EventStore;

public static class KeyedReads
{
    /// <summary>
    /// Statements that find their rows by key, in one round trip and under one plan for all values (<see cref="PlannerHints"/>).
    /// </summary>
    public static async Task<SqlMapper.GridReader> QueryByKey(this NpgsqlConnection connection, string sql, object arguments)
    {
        var answers = await connection.QueryMultipleAsync($"{PlannerHints.Sql};{sql}", arguments);
        await answers.ReadAsync();
        return answers;
    }
}
