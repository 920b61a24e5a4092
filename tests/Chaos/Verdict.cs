using System.Text.Json.Serialization;

namespace Campaign.Chaos;

/// <summary>What is left when the dust has settled.</summary>
/// <param name="Acknowledged">Commands that were answered with success.</param>
/// <param name="InStreams">Of these, those whose event is there.</param>
/// <param name="Lost">Events that are missing: of acknowledged commands, and of facts that another service should have. Photos that were
/// acknowledged, or have a row, and are not there byte for byte; photos refused for want of room that were never taken afterwards.</param>
/// <param name="Doubled">Events that are there more often than they happened; gaps and repeats of case numbers.</param>
/// <param name="ScoreMismatches">Subjects whose score differs from a calculation from the inspections' streams.</param>
/// <param name="LedgerMismatches">Rows of a ledger that differ from the fold of their stream.</param>
/// <param name="Photos">Downloaded at the end and the same as sent.</param>
/// <param name="PhotosRefused">Uploads that were told that there is no room.</param>
/// <param name="UnclearAnswers">Uploads that were told neither yes nor why not.</param>
/// <param name="HalfWritten">Files that uploads left on the full disk.</param>
internal sealed record Verdict(
    int Acknowledged, int InStreams, int Lost, int Doubled, int ScoreMismatches, int LedgerMismatches, int Kills,
    int Photos, int PhotosRefused, int UnclearAnswers, int HalfWritten = 0)
{
    [JsonIgnore]
    public bool Holds => Lost + Doubled + ScoreMismatches + LedgerMismatches + UnclearAnswers + HalfWritten == 0 && Acknowledged > 0
        && InStreams == Acknowledged;
}
