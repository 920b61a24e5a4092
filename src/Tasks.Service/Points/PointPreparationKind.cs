using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Points;

/// <summary>点位准备.</summary>
internal sealed class PointPreparationKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.PointPreparation;

    public string Name => "点位准备";

    public IPlanTerms InPlans { get; } = new Terms();

    public bool IsIssuedByHand => true;

    public bool IsGuarantorsAlone => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => MissingItems.Refused(assignment, PointRules.NotReady);

    private sealed class Terms : IPlanTerms
    {
        public IReadOnlyList<string> Words { get; } = ["点位准备"];

        public bool AsksForPoints => true;

        /// <summary>The five parts always; what the plan lists beside them too.</summary>
        public Brief BriefOf(IReadOnlyList<string> items, string? point)
        {
            var parts = PointBrief.PartsOf(PartWeights.Equal);
            var more = items.Where(item => !parts.Any(part => part.Title == item || part.Key == item));
            return new([.. parts, .. more.Select(item => new BriefItem(Key: item, Title: item))], Point: point);
        }
    }
}
