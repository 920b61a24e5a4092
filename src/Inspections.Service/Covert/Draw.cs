using Campaign.EventStore;

namespace Campaign.Inspections.Covert;

/// <summary>封存抽签: who will be visited unannounced is drawn and committed to, and stays secret until a moment.</summary>
/// <param name="Pool">Units among which it was drawn, by code, in order.</param>
/// <param name="Commitment">SHA-256 in hexadecimal; see <see cref="Lot"/>.</param>
internal sealed record DrawSealed(
    IReadOnlyList<string> Pool, int Count, string Commitment, DateTimeOffset Until, DateTimeOffset At) : IDrawEvent;

/// <summary>公布抽签: salt and targets, so that anybody can check the commitment.</summary>
internal sealed record DrawRevealed(string Salt, IReadOnlyList<string> Targets, DateTimeOffset At) : IDrawEvent;

internal interface IDrawEvent;

/// <summary>What decisions on a draw ask.</summary>
internal sealed record Draw : IAggregate<Draw, IDrawEvent>
{
    public static Draw Initial { get; } = new();

    public static StreamId<Draw> Stream(string street, Guid id) => new(street, id);

    public DrawSealed? Seal { get; init; }
    public bool Revealed { get; init; }

    public Draw Evolve(IDrawEvent @event) => @event switch
    {
        DrawSealed e => this with { Seal = e },
        DrawRevealed => this with { Revealed = true },
    };
}
