using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Reports;

/// <summary>Makes a draft for who asks: the facts, with names in place of codes.</summary>
internal sealed class ReportDesk(
    ReportFactsQuery query, OrganisationLookup register, AssignmentKinds kinds, NpgsqlDataSource database, TimeProvider clock)
{
    /// <param name="unit">Null for the whole street, which an officer held to units does not get.</param>
    public async Task<(Report? Report, Refusal? Refusal)> Draft(
        string street, string? unit, ReportPeriod period, Caller caller, CancellationToken cancellation)
    {
        if (caller.HeldToUnits is { } own && !own.Contains(unit, StringComparer.Ordinal)) return (null, AssignmentRules.NotYourUnit);
        var units = (await register.Units(street, cancellation)).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        if (unit is not null && !units.ContainsKey(unit)) return (null, OrganisationRules.UnitNotFound);

        var named = unit is null ? null : new UnitName(unit, units[unit]);
        var facts = await query.Of(street, await NameOf(street, cancellation), named, period, cancellation);
        var document = new ReportDraft(
            facts, code => units.GetValueOrDefault(code, code), kind => kinds[kind].Name, clock.GetUtcNow()).Document();
        return (new(facts, document), null);
    }

    private async Task<string> NameOf(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "SELECT name FROM streets WHERE code = @street", new { street }, cancellationToken: cancellation)) ?? street;
    }
}
