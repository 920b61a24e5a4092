using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>案号: one event per number, so the register's version is the last number given; no gap can arise.</summary>
internal sealed record CaseNumberTaken(Guid FindingId, string CaseNumber) : ICaseRegisterEvent;

internal interface ICaseRegisterEvent;

internal sealed record CaseRegister : IAggregate<CaseRegister, ICaseRegisterEvent>
{
    public static CaseRegister Initial { get; } = new();

    public CaseRegister Evolve(ICaseRegisterEvent @event) => @event switch
    {
        CaseNumberTaken => this,
    };

    public static StreamId<CaseRegister> Stream(string street, int year) => StreamId<CaseRegister>.Named(street, $"case-register/{year}");

    public static string Format(string street, int year, long number) => $"{street}-{year}-{number:D6}";
}
