using System.Globalization;
using Campaign.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Audit;

/// <param name="From">Recorded at or after.</param>
/// <param name="Until">Recorded before.</param>
internal sealed record AuditFilter(
    [FromQuery] DateTimeOffset? From, [FromQuery] DateTimeOffset? Until, [FromQuery] string? Actor, [FromQuery] AuditAction? Action,
    [FromQuery] AuditOutcome? Outcome, [FromQuery] string? Target, [FromQuery] long? After, [FromQuery] int? Limit)
{
    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> all)
    {
        // The database compares moments of Greenwich only.
        if (From?.ToUniversalTime() is { } from) all = all.Where(entry => entry.At >= from);
        if (Until?.ToUniversalTime() is { } until) all = all.Where(entry => entry.At < until);
        if (!string.IsNullOrEmpty(Actor)) all = all.Where(entry => entry.Actor == Actor);
        if (Action is { } action) all = all.Where(entry => entry.Action == action);
        if (Outcome is { } outcome) all = all.Where(entry => entry.Outcome == outcome);
        if (!string.IsNullOrEmpty(Target)) all = all.Where(entry => entry.Target == Target);
        return all;
    }
}

/// <param name="Hash">Over all fields and <paramref name="Previous"/>, the hash of the entry before; hexadecimal.</param>
internal sealed record AuditRow(
    long Sequence, DateTimeOffset At, AuditAction Action, AuditOutcome Outcome, int Status, string Actor, string? Address, string? Target,
    string? Detail, string? Correlation, string Previous, string Hash)
{
    public static AuditRow Of(AuditEntry e) => new(
        e.Sequence, e.At, e.Action, e.Outcome, e.Status, e.Actor, e.Address, e.Target, e.Detail, e.Correlation,
        Convert.ToHexStringLower(e.Previous), Convert.ToHexStringLower(e.Hash));
}

internal static class AuditEndpoints
{
    public static void Map(WebApplication app)
    {
        var audit = app.MapGroup("/api/audit").Allow(Role.AuditAdministrator).WithTags("Audit").WithConventions();
        audit.MapGet("/", List).WithName("ListAudit").WithSummary("审计记录（新的在前）").Produces<Page<AuditRow>>();
        audit.MapGet("/verification", Verify).WithName("VerifyAudit")
            .WithSummary("核验审计记录未被改动（sequence、hash：此前另行抄存的末条序号和散列值）").Produces<AuditVerification>();
    }

    private static async Task<IResult> List([AsParameters] AuditFilter filter, GatewayDb db, HttpContext http)
    {
        var before = filter.After ?? long.MaxValue;
        var limit = Paging.Limit(filter.Limit);
        var entries = await filter.Of(db.Audit.AsNoTracking()).Where(entry => entry.Sequence < before)
            .OrderByDescending(entry => entry.Sequence).Take(limit + 1).ToListAsync(http.RequestAborted);
        return Paging.Page(
            http, [.. entries.Select(AuditRow.Of)], limit, row => row.Sequence.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<IResult> Verify(long? sequence, string? hash, GatewayDb db, HttpContext http)
    {
        if (Noted(sequence, hash) is not { } noted)
            return Problems.Of([new("/hash", "noted-head-invalid", "请同时填写抄存的序号和散列值，散列值为64位十六进制数。")]);
        return TypedResults.Ok(await AuditChain.Verify(db, noted.Head, http.RequestAborted));
    }

    private static (bool Given, (long Sequence, byte[] Hash)? Head)? Noted(long? sequence, string? hash)
    {
        if (sequence is null && string.IsNullOrEmpty(hash)) return (false, null);
        if (sequence is not { } place || hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigit)) return null;
        return (true, (place, Convert.FromHexString(hash)));
    }
}
