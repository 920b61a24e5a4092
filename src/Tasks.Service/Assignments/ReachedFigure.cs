namespace Campaign.Tasks.Assignments;

/// <param name="Number">Of an indicator with a figure.</param>
/// <param name="Yes">Of an indicator that is fulfilled or not.</param>
internal sealed record ReachedFigure(decimal? Number, bool? Yes);
