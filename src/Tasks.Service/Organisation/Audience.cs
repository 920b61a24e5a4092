using Campaign.Web;

namespace Campaign.Tasks.Organisation;

/// <summary>Who is allowed what, in the few groups that the routes of this service need.</summary>
internal static class Audience
{
    public static readonly Role[] Everybody = Enum.GetValues<Role>();

    /// <summary>Dispatchers: they register, draw the map, issue, route and extend.</summary>
    public static readonly Role[] Offices = [Role.StreetOffice, Role.DistrictOffice, Role.Administrator];

    public static readonly Role[] District = [Role.DistrictOffice, Role.Administrator];

    /// <summary>A unit's officer, or an office that enters it for him.</summary>
    public static readonly Role[] Doers = [Role.UnitOfficer, .. Offices];

    public static readonly Role[] Reviewers = [Role.GuarantorLeader, .. Offices];
}
