namespace Campaign.Tasks.Imports;

/// <summary>What an import made of a row, of a plan as of a census.</summary>
internal enum RowOutcome
{
    Understood,

    /// <summary>Taken, but a person should look at it.</summary>
    Questionable,

    Refused,

    /// <summary>As an earlier import left it.</summary>
    Unchanged,
}
