using Campaign.Tasks.Census;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Census;

/// <summary>A noodle shop in the census, on 2 September 2024.</summary>
internal static class EstablishmentStory
{
    public const string Code = "E001";
    public static readonly DateOnly Today = new(2024, 9, 2);
    public static readonly DateOnly Tomorrow = Today.AddDays(1);

    public static readonly EstablishmentRegistered Noodles =
        new(Code, "老街面馆", "小餐饮", "C1", "解放路12号", Licence.Licensed, HealthCertificates: 3, Morning);
    public static readonly EstablishmentChecked Passed = new(Code, Today.AddDays(-1), Attained: true, Problems: null, Photos, Morning);
    public static readonly EstablishmentClosed Closed = new(Code, Today, "转让", Noon);
    public static readonly EstablishmentReopened Reopened = new(Code, Today, Noon);

    public static Scenario<Establishment> Given(params object[] history) => new(history);
}
