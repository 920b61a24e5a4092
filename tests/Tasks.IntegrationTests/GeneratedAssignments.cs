using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Assignments of every kind in every standing, some due today, some late, with and without plan, guarantor and help.</summary>
internal static class GeneratedAssignments
{
    private const int Number = 80;
    private static readonly string[] Units = [AStreet.Committee, AStreet.CityManagement, AStreet.Sanitation, AStreet.HealthOffice];
    private static readonly AssignmentKind[] Kinds =
        [AssignmentKind.OneOff, AssignmentKind.Archive, AssignmentKind.PointPreparation, AssignmentKind.IndicatorTarget,
            AssignmentKind.Recurring];
    private static readonly Guid[] Plans = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    public static async Task Append(IEventStore store, string street, int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < Number; number++)
        {
            var append = StreamAppend.To<Assignment>(new(street, Guid.CreateVersion7()), 0, Life(random).Select(NewEvent.Of));
            await store.Append([append], EventMetadata.None, CancellationToken.None);
        }
    }

    private static IEnumerable<object> Life(Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        var unit = Pick(random, Units);
        var due = random.Next(4) switch
        {
            0 => ChinaTime.EndOf(ChinaTime.DateOf(now)),
            1 => ChinaTime.StartOf(ChinaTime.DateOf(now)),
            _ => now.AddHours(random.Next(-100, 100) + 0.5),
        };
        var plan = random.Next(3) == 0 ? null : new PlanOrigin(Pick(random, Plans), random.Next(1, 4), Pick(random, "准备阶段", "提升阶段"));
        string[]? help = random.Next(2) == 0 ? null : [Other(random, unit)];
        var guarantor = random.Next(2) == 0 ? null : "P01";
        var issued = new AssignmentIssued(Pick(random, Kinds), "任务", unit, due, plan, now.AddDays(-5), help, guarantor);
        yield return issued;
        var standing = random.Next(8);
        if (standing >= 1) yield return new AssignmentAcknowledged(unit, null, now);
        if (standing >= 2 && random.Next(4) == 0)
            yield return new AssignmentReassigned(unit, unit = Other(random, unit), due, "职责调整", null, now, null, guarantor);
        if (standing >= 2) yield return new AssignmentSubmitted(unit, [], null, null, now);
        if (due < now) yield return new AssignmentBecameOverdue(issued.Kind, issued.Title, unit, due);
        if (standing == 5) yield return new AssignmentReturned(unit, "资料不全", now);
        if (standing == 6) yield return new AssignmentApproved(unit, now);
        if (standing == 7) yield return new AssignmentCancelled(unit, "重复下达", now);
    }

    private static string Other(Random random, string unit) => Pick(random, [.. Units.Where(other => other != unit)]);

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
