using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Campaign.Analyzers;

/// <summary>
/// An interface or abstract class that nobody outside its assembly can see: what implements it is all there is. The events of an
/// aggregate are such a family.
/// </summary>
internal static class ClosedFamily
{
    public static bool Is(ITypeSymbol? type, Compilation compilation) =>
        type is INamedTypeSymbol { IsGenericType: false } named
        && (named.TypeKind is TypeKind.Interface || named is { TypeKind: TypeKind.Class, IsAbstract: true })
        && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly)
        && named.DeclaredAccessibility is not Accessibility.Public;

    /// <summary>
    /// The members of its family that a switch without a discard does not handle, whatever they hold; in the order of their names.
    /// </summary>
    public static IReadOnlyList<INamedTypeSymbol> Missing(ISwitchExpressionOperation @switch, Compilation compilation)
    {
        var handled = @switch.Arms.Where(arm => arm.Guard is null).SelectMany(arm => Types(arm.Pattern)).ToList();
        return
        [
            .. Members((INamedTypeSymbol)@switch.Value.Type!, compilation.Assembly.GlobalNamespace)
                .Where(member => !handled.Any(type => IsOrInherits(member, type)))
                .OrderBy(member => member.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ITypeSymbol> Types(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => [declaration.MatchedType!],
        ITypePatternOperation type => [type.MatchedType],
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } type =>
            [type.MatchedType],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Types(either.LeftPattern).Concat(Types(either.RightPattern)),
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Members(INamedTypeSymbol family, INamespaceOrTypeSymbol at)
    {
        foreach (var member in at.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type
                && IsOrInherits(type, family)) yield return type;
            foreach (var inner in Members(family, member)) yield return inner;
        }
    }

    private static bool IsOrInherits(ITypeSymbol type, ITypeSymbol ancestor)
    {
        if (type.AllInterfaces.Contains(ancestor, SymbolEqualityComparer.Default)) return true;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, ancestor)) return true;
        }

        return false;
    }
}
