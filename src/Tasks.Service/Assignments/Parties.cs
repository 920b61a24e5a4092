using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>The unit that leads, those that help and the guarantor, as a body names them.</summary>
internal static class Parties
{
    private const int MaxCooperating = 50;

    /// <summary>Refuses the first that the street has not registered.</summary>
    public static async Task<Refusal?> Unknown(
        this OrganisationLookup register, string street, string unit, IReadOnlyList<string>? cooperating, string? guarantor,
        CancellationToken cancellation)
    {
        if (!await register.KnowsUnit(street, unit, cancellation)) return OrganisationRules.UnitUnknown;
        foreach (var (index, other) in (cooperating ?? []).Index())
        {
            if (!await register.KnowsUnit(street, other, cancellation))
                return OrganisationRules.UnitUnknown with { Pointer = $"/cooperatingUnits/{index}" };
        }
        if (guarantor is null) return null;
        return await register.RoleOf(street, guarantor, cancellation) switch
        {
            null => OrganisationRules.PostUnknown with { Pointer = "/guarantor" },
            PostRole.Guarantor => null,
            _ => AssignmentRules.NoGuarantor,
        };
    }

    public static void AreCooperatingWith<T>(this IRuleBuilder<T, IReadOnlyList<string>?> units, Func<T, string> lead) => units
        .AtMost(MaxCooperating)
        .Must((body, codes) => codes is null || !codes.Contains(lead(body), StringComparer.Ordinal))
        .WithErrorCode("cooperating-is-lead").WithMessage("牵头单位不能同时是配合单位。")
        .Must(codes => codes is null || codes.Distinct(StringComparer.Ordinal).Count() == codes.Count)
        .WithErrorCode("unit-twice").WithMessage("配合单位重复。");
}
