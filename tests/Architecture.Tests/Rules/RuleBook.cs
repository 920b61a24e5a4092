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
        foreach (var start in module.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method is { Name: ".cctor", HasBody: true })) Keep(start);
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
            last = Made(instruction) ?? last;
            if (instruction.OpCode != OpCodes.Stsfld || last is not { } rule) continue;
            kept[((FieldReference)instruction.Operand).FullName] = rule;
            last = null;
        }
    }

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

    private static RefusalKind KindOf(Instruction refusal) =>
        Arguments.Of(refusal, 2)?.OpCode.Code is { } code and >= Code.Ldc_I4_0 and <= Code.Ldc_I4_3
            ? (RefusalKind)(code - Code.Ldc_I4_0)
            : RefusalKind.Conflict;

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
