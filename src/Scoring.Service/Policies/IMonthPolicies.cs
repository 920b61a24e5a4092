using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Policies;

internal interface IMonthPolicies
{
    /// <summary>The pinned policy of a closed month, of any other the one in force.</summary>
    Task<(string From, Policy Policy)?> PolicyOf(string street, Month month, CancellationToken cancellation);
}
