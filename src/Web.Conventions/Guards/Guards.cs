using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Web;

/// <summary>Metadata of a guarded route. The last one counts, so a route says more or less than its group.</summary>
public sealed class AllowedRoles(IReadOnlyList<Role> roles) : IAuthorizeData
{
    internal const string PolicyName = "campaign-guard";

    public IReadOnlyList<Role> Roles { get; } = roles;

    string? IAuthorizeData.Policy { get => PolicyName; set => throw new NotSupportedException(); }

    string? IAuthorizeData.Roles { get => null; set => throw new NotSupportedException(); }

    string? IAuthorizeData.AuthenticationSchemes { get => null; set => throw new NotSupportedException(); }
}

/// <summary>Metadata of a route whose <c>{street}</c> must be one of the caller's.</summary>
public sealed class StreetScoped
{
    internal static readonly StreetScoped Instance = new();
}

public static class Guards
{
    /// <summary>Only these roles may call; everyone else gets 401 or 403. Without it no route under <c>/api</c> starts.</summary>
    public static T Allow<T>(this T route, params Role[] roles) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new AllowedRoles(roles));

    /// <summary>
    /// <c>/api/streets/{street}</c>: the street is a 9-digit code (else 400) and one of the caller's (else 403, whether it exists or not,
    /// so that the answer tells nothing). Every route in it still says whom it allows.
    /// </summary>
    public static RouteGroupBuilder MapStreet(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/streets/{street}").WithMetadata(StreetScoped.Instance);

    /// <summary><c>/api/district</c>: for the district office and administrators, unless a route allows others.</summary>
    public static RouteGroupBuilder MapDistrict(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/district").Allow(Role.DistrictOffice, Role.Administrator);

    public static bool IsStreetCode(string? code) => code is { Length: 9 } && code.All(char.IsAsciiDigit);
}
