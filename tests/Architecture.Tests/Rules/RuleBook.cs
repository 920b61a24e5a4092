using System.Text.Json;
using Campaign.EventStore;
using Campaign.Web;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Campaign.Architecture.Tests;

/// <summary>A rule that may refuse a request, and the status with which it does.</summary>
internal readonly record struct RuleUse(int Status, string Rule);

/// <summary>
/// Which rules a method names, by its instructions: refusals made on the spot or kept in a field, and the rules of validators.
/// </summary>
internal sealed class RuleBook
{
    private const int Unprocessable = 422;

    private readonly Dictionary<string, RuleUse> kept = new(StringComparer.Ordinal);

    public RuleBook(ModuleDefinition module)
    {
        var starts = module.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method is { Name: ".cctor", HasBody: true }).ToList();
        // Twice: a refusal may be another one with other words, and that one kept further on.
        foreach (var start in starts.Concat(starts)) Keep(start);
    }

    public IEnumerable<RuleUse> Of(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is FieldReference field && kept.TryGetValue(field.FullName, out var rule)) yield return rule;
            else if (Made(instruction) is { } made) yield return made;
            else if (instruction.Operand is MethodReference called && Validated(instruction, called) is { } name)
                yield return new(Unprocessable, name);
        }
    }

    private void Keep(MethodDefinition start)
    {
        RuleUse? last = null;
        foreach (var instruction in start.Body.Instructions)
        {
            last = Made(instruction) ?? Again(instruction, last) ?? last;
            if (instruction.OpCode != OpCodes.Stsfld || last is not { } rule) continue;
            kept[((FieldReference)instruction.Operand).FullName] = rule;
            last = null;
        }
    }

    /// <summary>One that is kept elsewhere, with another kind.</summary>
    private RuleUse? Again(Instruction instruction, RuleUse? last) => instruction.Operand switch
    {
        FieldReference field when instruction.OpCode == OpCodes.Ldsfld && kept.TryGetValue(field.FullName, out var rule) => rule,
        MethodReference { Name: "set_Kind" } when last is { } rule && Kind(instruction.Previous) is { } kind =>
            rule with { Status = Problems.StatusOf(kind) },
        _ => null,
    };

    private static RuleUse? Made(Instruction instruction)
    {
        if (instruction.OpCode != OpCodes.Newobj || instruction.Operand is not MethodReference made) return null;
        return made.DeclaringType.Name switch
        {
            nameof(Refusal) when Text(instruction, 0) is { } rule => new(Problems.StatusOf(KindOf(instruction)), rule),
            nameof(FieldError) when Text(instruction, 1) is { } rule => new(Unprocessable, rule),
            _ => null,
        };
    }

    private static RefusalKind KindOf(Instruction refusal) => Kind(Arguments.Of(refusal, 2)) ?? RefusalKind.Conflict;

    private static RefusalKind? Kind(Instruction? value) =>
        value?.OpCode.Code is { } code and >= Code.Ldc_I4_0 and <= Code.Ldc_I4_3 ? (RefusalKind)(code - Code.Ldc_I4_0) : null;

    /// <summary>The code of a refusal that is made here; null where none is, or its code is not written here.</summary>
    public static string? CodeMadeBy(Instruction instruction) =>
        instruction.OpCode == OpCodes.Newobj && instruction.Operand is MethodReference { DeclaringType.Name: nameof(Refusal) }
            ? Text(instruction, 0)
            : null;

    private static string? Text(Instruction call, int argument) =>
        Arguments.Of(call, argument) is { } at && at.OpCode == OpCodes.Ldstr ? (string)at.Operand : null;

    private static string? Validated(Instruction call, MethodReference called) =>
        called.DeclaringType.Namespace.StartsWith("FluentValidation", StringComparison.Ordinal)
        ? called.Name switch
        {
            "WithErrorCode" => Text(call, called.Parameters.Count - 1),
            "NotEmpty" or "NotNull" or "MaximumLength" or "MinimumLength" or "InclusiveBetween" =>
                JsonNamingPolicy.KebabCaseLower.ConvertName(called.Name),
            "GreaterThan" => "greater-than",
            "GreaterThanOrEqualTo" => "greater-than-or-equal",
            "LessThanOrEqualTo" => "less-than-or-equal",
            "IsInEnum" => "enum",
            "PrecisionScale" => "scale-precision",
            _ => null,
        }
        : null;
}
