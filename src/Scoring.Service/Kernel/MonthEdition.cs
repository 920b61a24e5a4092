namespace Campaign.Scoring.Kernel;

/// <summary>By which reading of deadlines a month was announced; it is computed by that one for ever.</summary>
internal enum MonthEdition
{
    /// <summary>
    /// A deadline at 24:00 of the last day was the next month's, a finding was judged by all that is known of it, and reworked when any of
    /// its rounds was.
    /// </summary>
    First = 1,

    /// <summary>A deadline belongs to the day it names; a round is judged as it was at the end of the month, or is now.</summary>
    Current = 2,
}
