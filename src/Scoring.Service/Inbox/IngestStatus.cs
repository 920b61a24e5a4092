using Campaign.Web;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Scoring.Inbox;

/// <summary>Has what was done elsewhere arrived? Whoever did it knows its streams and how many facts each tells.</summary>
internal static class IngestStatusEndpoint
{
    public static void Map(RouteGroupBuilder scorecards) => scorecards
        .MapPost("/awaited", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator).TakesTurn(CallerTurns.Pulls)
        .WithSummary("是否已收到").Produces<StillAwaited>();

    private static async Task<IResult> Handle(string street, AwaitedStreams body, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(Guid Id, long Facts)>(new CommandDefinition(
            "SELECT id, facts FROM sources WHERE street = @street AND id = ANY (@ids)",
            new { street, ids = body.Sources.Select(s => s.StreamId).ToArray() }, cancellationToken: cancellation));
        var seen = rows.ToDictionary(s => s.Id, s => s.Facts);
        return TypedResults.Ok(new StillAwaited(
        [
            .. from source in body.Sources
               let facts = seen.GetValueOrDefault(source.StreamId)
               where facts < source.Facts
               select new MissingStream(source.StreamId, source.Facts, facts),
        ]));
    }
}

internal sealed record AwaitedStream(Guid StreamId, long Facts);

internal sealed record AwaitedStreams(IReadOnlyList<AwaitedStream> Sources)
{
    internal sealed class Validator : AbstractValidator<AwaitedStreams>
    {
        private const int MaxSources = 10_000;

        public Validator()
        {
            RuleFor(x => x.Sources).NotNull()
                .Must(s => s is null || s.Count <= MaxSources).WithErrorCode("too-many-sources").WithMessage($"一次最多查询 {MaxSources} 项。");
            RuleForEach(x => x.Sources).NotNull().ChildRules(source => source.RuleFor(x => x.Facts).GreaterThanOrEqualTo(0));
        }
    }
}

/// <param name="Seen">Distinct facts that have arrived so far.</param>
internal sealed record MissingStream(Guid StreamId, long Facts, long Seen);

internal sealed record StillAwaited(IReadOnlyList<MissingStream> Missing);
