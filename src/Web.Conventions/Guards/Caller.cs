using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>
/// Who calls, as the verified token says. Take it as a handler parameter (it binds itself) or from <c>http.Caller()</c>.
/// Sets compare by reference: compare <see cref="Id"/>, not whole callers.
/// </summary>
/// <param name="Id">Stable id of the account or machine client; carries no name.</param>
/// <param name="Streets">9-digit codes, or <see cref="EveryStreet"/>.</param>
/// <param name="Units">Units a unit officer acts for.</param>
public sealed record Caller(string Id, IReadOnlySet<Role> Roles, IReadOnlySet<string> Streets, IReadOnlySet<string> Units)
{
    public const string EveryStreet = "*";

    // An account that is both officer of a unit and one of these is not held to its units; one that is also a leader (who reads) is.
    private static readonly Role[] Offices =
        [Role.DistrictOffice, Role.StreetOffice, Role.Inspector, Role.Integration, Role.Administrator];

    public bool AllStreets => Streets.Contains(EveryStreet) || Is(Role.DistrictOffice, Role.Administrator);

    public bool MaySee(string street) => AllStreets || Streets.Contains(street);

    public bool Is(params ReadOnlySpan<Role> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Roles.Contains(role)) return true;
        }
        return false;
    }

    /// <summary>The units that a unit officer who holds no office is held to; null for everybody else.</summary>
    public string[]? HeldToUnits => Is(Role.UnitOfficer) && !Is(Offices) ? [.. Units] : null;

    /// <summary>False only for a unit officer who holds no office and whose token does not list the unit.</summary>
    public bool ActsFor(string unit) => HeldToUnits is null || Units.Contains(unit);

    public static ValueTask<Caller> BindAsync(HttpContext http) => ValueTask.FromResult(http.Caller());
}

public static class CallerExtensions
{
    /// <exception cref="InvalidOperationException">The route is not guarded: nobody is signed in.</exception>
    public static Caller Caller(this HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true }
            ? http.User.ToCaller()
            : throw new InvalidOperationException("A route that asks who calls must say who is allowed: add .Allow(...).");

    public static Caller ToCaller(this ClaimsPrincipal user) => new(
        user.FindFirstValue(CampaignClaims.Subject) ?? "",
        user.FindAll(CampaignClaims.Role).SelectMany(claim => RoleNamed(claim.Value)).ToHashSet(),
        user.FindAll(CampaignClaims.Street).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
        user.FindAll(CampaignClaims.Unit).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));

    /// <summary>The reverse of <see cref="ToCaller"/>, for who signs callers in without a service token.</summary>
    public static ClaimsPrincipal ToPrincipal(this Caller caller, string scheme) => new(new ClaimsIdentity(
    [
        new(CampaignClaims.Subject, caller.Id),
        .. caller.Roles.Select(role => new Claim(CampaignClaims.Role, role.ToString())),
        .. caller.Streets.Select(street => new Claim(CampaignClaims.Street, street)),
        .. caller.Units.Select(unit => new Claim(CampaignClaims.Unit, unit)),
    ], scheme, CampaignClaims.Subject, CampaignClaims.Role));

    // A role this version does not know yet gives no rights. Numbers are not names: "7" must not become Administrator.
    private static IEnumerable<Role> RoleNamed(string name) =>
        Enum.TryParse<Role>(name, out var role) && string.Equals(role.ToString(), name, StringComparison.Ordinal) ? [role] : [];
}
