using FluentValidation;

namespace Campaign.Inspections.Inspections;

internal enum InspectionKind { Daily, Self, Cross, Superior, Covert, LookBack, Evaluation }

/// <summary>The kinds under the names people know; stored by their English ones.</summary>
internal static class InspectionKinds
{
    private static readonly Dictionary<string, InspectionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["日常检查"] = InspectionKind.Daily,
        ["自查"] = InspectionKind.Self,
        ["交叉检查"] = InspectionKind.Cross,
        ["上级督查"] = InspectionKind.Superior,
        ["暗访"] = InspectionKind.Covert,
        ["回头看"] = InspectionKind.LookBack,
        ["迎审评估"] = InspectionKind.Evaluation,
    };

    public static string Names => string.Join('、', Kinds.Keys);

    public static InspectionKind? Named(string? name) => name is not null && Kinds.TryGetValue(name, out var kind) ? kind : null;

    public static string Name(this InspectionKind kind) => Kinds.First(named => named.Value == kind).Key;

    public static void IsKind<T>(this IRuleBuilder<T, string> kind) => kind
        .Must(name => Named(name) is not null).WithErrorCode(InspectionRules.KindUnknown.Rule)
        .WithMessage(InspectionRules.KindUnknown.Detail);
}
