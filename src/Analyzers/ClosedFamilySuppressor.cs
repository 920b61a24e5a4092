using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Campaign.Analyzers;

/// <summary>The compiler does not know that a family is closed, and misses a discard (CS8509) where every member is handled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedFamilySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Handled = new("CAMPS0001", "CS8509", "Every member of the closed family is handled.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Handled];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var model = context.GetSemanticModel(tree);
            var @switch = node.AncestorsAndSelf().Select(at => model.GetOperation(at, context.CancellationToken))
                .OfType<ISwitchExpressionOperation>().FirstOrDefault();
            if (@switch is not null && ClosedFamily.Is(@switch.Value.Type, context.Compilation)
                && ClosedFamily.Missing(@switch, context.Compilation).Count == 0)
                context.ReportSuppression(Suppression.Create(Handled, diagnostic));
        }
    }
}
