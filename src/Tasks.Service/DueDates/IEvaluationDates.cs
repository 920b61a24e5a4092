
namespace Campaign.Tasks.DueDates;

/// <summary>迎检日期 of each street, from which deadlines are counted back.</summary>
internal interface IEvaluationDates
{
    /// <summary>Null where none is set.</summary>
    Task<DateOnly?> Of(string street, CancellationToken cancellation);
}
