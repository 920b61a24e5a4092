using Campaign.Tasks.Assignments;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Plans;

internal sealed class PlanTitles(NpgsqlDataSource database) : IPlanTitles
{
    public async Task<IReadOnlyDictionary<Guid, string>> Of(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var plans = await connection.QueryAsync<(Guid Id, string Title)>(
            new CommandDefinition("SELECT id, title FROM plans WHERE street = @street", new { street }, cancellationToken: cancellation));
        return plans.ToDictionary(plan => plan.Id, plan => plan.Title);
    }
}
