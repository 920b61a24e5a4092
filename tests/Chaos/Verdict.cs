using System.Text.Json.Serialization;

namespace Campaign.Chaos;

/// <summary>What is left when the dust has settled.</summary>
/// <param name="Acknowledged">Commands that were answered with success.</param>
/// <param name="InStreams">Of these, those whose event is there.</param>
/// <param name="Lost">Events that are missing: of acknowledged commands, and of facts that another service should have.</param>
/// <param name="Doubled">Events that are there more often than they happened; gaps and repeats of case numbers.</param>
/// <param name="ScoreMismatches">Subjects whose score differs from a calculation from the inspections' streams.</param>
/// <param name="LedgerMismatches">Rows of a ledger that differ from the fold of their stream.</param>
internal sealed record Verdict(
    int Acknowledged, int InStreams, int Lost, int Doubled, int ScoreMismatches, int LedgerMismatches, int Kills)
{
    [JsonIgnore]
    public bool Holds => Lost + Doubled + ScoreMismatches + LedgerMismatches == 0 && Acknowledged > 0 && InStreams == Acknowledged;
}
