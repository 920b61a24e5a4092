using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Campaign.Analyzers;

/// <summary>Names what a switch over a closed family forgets; CS8509 says only that something is missing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenMemberAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "CAMP0001", "A member of a closed family is forgotten", "The switch over {0} forgets {1}", "Correctness",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Check, OperationKind.SwitchExpression);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var @switch = (ISwitchExpressionOperation)context.Operation;
        if (!ClosedFamily.Is(@switch.Value.Type, context.Compilation) || @switch.Arms.Any(arm => arm.Pattern is IDiscardPatternOperation))
            return;
        var missing = ClosedFamily.Missing(@switch, context.Compilation);
        if (missing.Count > 0)
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Rule, @switch.Syntax.GetLocation(), @switch.Value.Type!.Name, string.Join(", ", missing.Select(type => type.Name))));
    }
}
