namespace Campaign.Figures;

/// <summary>What became of a round, as of the moment it is asked about.</summary>
public enum RoundOutcome
{
    /// <summary>Struck off by the deadline, the very moment included.</summary>
    OnTime,

    /// <summary>Not struck off by it, whatever came later.</summary>
    Late,

    /// <summary>Struck off, in time or not.</summary>
    StruckOff,

    /// <summary>处置: reported, and not sent back since.</summary>
    Handled,

    /// <summary>按期处置: the report that stands came by the deadline.</summary>
    HandledOnTime,

    /// <summary>延期: the deadline was extended at least once.</summary>
    Extended,

    /// <summary>返工: rejected at least once.</summary>
    Rejected,

    /// <summary>日交办: routed on the day it began.</summary>
    SameDay,

    /// <summary>反弹: it began with a relapse.</summary>
    Relapse,

    /// <summary>超期: the deadline has passed.</summary>
    Overdue,
}

public static class RoundOutcomes
{
    public static Formula Formula(this RoundOutcome outcome) => outcome switch
    {
        RoundOutcome.OnTime => new(Mark.StruckOff, Comparison.NotAfter, Mark.Due),
        RoundOutcome.Late => new(Mark.StruckOff, Comparison.NotAfter, Mark.Due, Negated: true),
        RoundOutcome.StruckOff => new(Mark.StruckOff, Comparison.NotAfter, Mark.Until),
        RoundOutcome.Handled => new(Mark.Handled, Comparison.NotAfter, Mark.Until),
        RoundOutcome.HandledOnTime => new(Mark.Handled, Comparison.NotAfter, Mark.Due),
        RoundOutcome.Extended => new(Mark.Extended, Comparison.NotAfter, Mark.Until),
        RoundOutcome.Rejected => new(Mark.Rejected, Comparison.NotAfter, Mark.Until),
        RoundOutcome.SameDay => new(Mark.Routed, Comparison.OnTheDayOf, Mark.Began),
        RoundOutcome.Relapse => new(Mark.Relapsed, Comparison.NotAfter, Mark.Until),
        RoundOutcome.Overdue => new(Mark.Due, Comparison.NotAfter, Mark.Until),
    };
}
