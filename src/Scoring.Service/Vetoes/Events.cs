using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Vetoes;

/// <summary>一票否决, as it now reads: entered again with other words it is the same veto, put right.</summary>
/// <param name="Ground">What it rests on; null where that was not asked yet.</param>
/// <param name="Evidence">Document number, report or address where it can be looked up.</param>
/// <param name="By">Account that entered it.</param>
internal sealed record VetoRaised(
    string Id, string Subject, HonourScope Scope, string Month, string Reason, DateTimeOffset At, VetoGround? Ground = null,
    string? Evidence = null, string? By = null) : IHonourEntered
{
    public bool Repeats(IHonourEntered before) => before is VetoRaised veto && veto == this with { At = veto.At, By = veto.By };
}

/// <summary>解除: the subject may have awards again. That there was a veto stays on record.</summary>
internal sealed record VetoReleased(string Id, string Reason, string By, DateTimeOffset At) : IHonourTakenBack;
