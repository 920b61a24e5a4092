using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>登记号: one event per number, so the register's version is the last number given; no gap can arise.</summary>
internal sealed record CaseNumberTaken(Guid FindingId, string CaseNumber);

internal sealed record CaseRegister : IAggregate<CaseRegister>
{
    public static CaseRegister Initial { get; } = new();

    public CaseRegister Evolve(object @event) => this;

    public static StreamId Stream(string street, int year) => new(street, DeterministicGuid.From(Guid.Empty, $"case-register/{year}"));

    public static string Format(string street, int year, long number) => $"{street}-{year}-{number:D6}";
}
