using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Responsibility;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Tasks.Specs;

/// <summary>An assignment and a rectification on a normal day, in steps that specs pick up where they need them.</summary>
internal static class AssignmentStory
{
    public const string TheStreet = "990101001";
    public const string TheUnit = "U013";
    public const string AnotherUnit = "U010";
    public const string ThePost = "P01";
    public const string Title = "档案资料归档";
    public static readonly DateTimeOffset Morning = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Noon = Morning.AddHours(3);
    public static readonly DateTimeOffset Due = new(2024, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Later = Due.AddDays(3);
    public static readonly string[] Photos = [new('b', 64)];

    public static readonly Caller Officer = TestIdentity.Caller(Role.UnitOfficer, TheStreet, TheUnit);
    public static readonly Caller OfficerOfAnotherUnit = TestIdentity.Caller(Role.UnitOfficer, TheStreet, AnotherUnit);
    public static readonly Caller Office = TestIdentity.Caller(Role.StreetOffice, TheStreet);

    /// <summary>As the features of the service bring them.</summary>
    public static readonly AssignmentKinds Kinds = KindsOf(TasksModule.Features);

    public static readonly Reviewer OfficeReviews = Reviewing(office: true);

    public static readonly AssignmentIssued Issued = new(AssignmentKind.OneOff, Title, TheUnit, Due, Plan: null, Morning);
    public static readonly AssignmentAcknowledged Acknowledged = new(TheUnit, Case: null, Morning.AddHours(1));
    public static readonly AssignmentSubmitted Submitted = new(TheUnit, Photos, "已归档", Case: null, Morning.AddHours(2));
    public static readonly AssignmentReturned Returned = new(TheUnit, "缺少2019年资料", Noon);
    public static readonly AssignmentApproved Approved = new(TheUnit, Noon);
    public static readonly AssignmentCancelled Cancelled = new(TheUnit, "重复下达", Noon);
    public static readonly AssignmentBecameOverdue Overdue = new(AssignmentKind.OneOff, Title, TheUnit, Due);

    public static readonly FindingRef TheFinding = new(Guid.Parse("019300c8-0000-7000-8000-000000000001"), "990101001-2024-000001",
        Round: 1);
    public static readonly FindingDetails TheDetails = new("0110", Severity.Minor, "990101001004", "垃圾桶旁暴露生活垃圾");
    public static readonly RectificationOpened Opened = new(TheFinding, 1, TheDetails, Morning);
    public static readonly RectificationIssued Routed = new(TheFinding, TheUnit, [AnotherUnit], "P01", Due, Morning);
    public static readonly AssignmentAcknowledged Accepted = new(TheUnit, TheFinding, Morning.AddHours(1));
    public static readonly AssignmentSubmitted Reported = new(TheUnit, Photos, Note: null, TheFinding, Morning.AddHours(2));
    public static readonly RectificationRejected Rejected = new(TheFinding, 5, TheUnit, Due, "仍有残留", Noon);
    public static readonly RectificationStruckOff StruckOff = new(TheFinding, 7, TheUnit, Due, Noon.AddHours(1));
    public static readonly RectificationDeclined Declined = new(TheFinding, TheUnit, "不属于本单位路段", Morning.AddHours(1));

    public static Reviewer Reviewing(bool office = false, string? post = null, string? unit = null) =>
        new(Kinds, office, SetOf(post), SetOf(unit));

    public static Scenario<Assignment> Given(params object[] history) => new(history);

    private static AssignmentKinds KindsOf(IEnumerable<Feature> features)
    {
        var services = new ServiceCollection();
        foreach (var feature in features) feature.AddServices(services);
        return services.BuildServiceProvider().GetRequiredService<AssignmentKinds>();
    }

    private static HashSet<string> SetOf(string? one) => new(one is null ? [] : [one], StringComparer.Ordinal);
}
