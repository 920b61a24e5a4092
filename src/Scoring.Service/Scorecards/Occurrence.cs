using Campaign.Scoring.Cases;
using Campaign.Scoring.Commendations;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Scorecards;

/// <summary>One thing that happened to a subject and that the policy has points for.</summary>
internal sealed record Occurrence(string Subject, DateTimeOffset At, Guid EventId, Guid SourceStream, string? CaseNumber, string Text)
{
    public static Occurrence Of(CaseFact fact, string unit, DateTimeOffset at, string text) =>
        new(unit, at, fact.EventId, fact.CaseId, fact.CaseNumber, text);

    public static Occurrence Of(Commendation commendation, string text) =>
        new(commendation.Subject, ChinaTime.StartOf(commendation.Date), commendation.EventId, commendation.StreamId, null, text);
}
