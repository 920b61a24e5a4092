using Dapper;
using Npgsql;

namespace Campaign.EventStore;

public static class KeyedReads
{
    /// <summary>
    /// Statements that find their rows by key, in one round trip and under one plan for all values (<see cref="PlannerHints"/>); prepared
    /// once on each connection, in a step of its own, so that what an argument breaks later breaks no one else.
    /// </summary>
    /// <param name="arguments">By name, each of a type that says what PostgreSQL takes it for.</param>
    public static async Task<KeyedAnswers> QueryByKey(
        this NpgsqlConnection connection, string sql, params IEnumerable<NpgsqlParameter> arguments)
    {
        var command = new NpgsqlCommand($"{PlannerHints.Sql};{sql}", connection);
        try
        {
            command.Parameters.AddRange(arguments.ToArray());
            await command.PrepareAsync();
            var answers = new KeyedAnswers(command, await command.ExecuteReaderAsync());
            await answers.Next();
            return answers;
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }
}

/// <summary>The rows of each statement, in the order of the statements.</summary>
public sealed class KeyedAnswers : IAsyncDisposable
{
    private readonly NpgsqlCommand command;
    private readonly NpgsqlDataReader reader;

    internal KeyedAnswers(NpgsqlCommand command, NpgsqlDataReader reader) => (this.command, this.reader) = (command, reader);

    public async Task<IReadOnlyList<T>> Read<T>()
    {
        var rows = reader.Parse<T>().ToList();
        await Next();
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }

    internal Task<bool> Next() => reader.NextResultAsync();
}
