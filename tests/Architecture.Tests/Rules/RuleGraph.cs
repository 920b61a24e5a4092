using System.Reflection;
using FluentValidation;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Campaign.Architecture.Tests;

/// <summary>
/// Which rules a handler can come upon: those of every method of its service that it may reach, and those of its body's validator.
/// </summary>
internal sealed class RuleGraph : IDisposable
{
    private readonly AssemblyDefinition assembly;
    private readonly Assembly loaded;
    private readonly RuleBook book;
    private readonly ILookup<string, MethodDefinition> implementations;

    public RuleGraph(Service service)
    {
        (loaded, assembly) = (service.Assembly, AssemblyDefinition.ReadAssembly(service.Assembly.Location));
        book = new(assembly.MainModule);
        implementations = assembly.MainModule.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method is { IsVirtual: true, HasBody: true })
            .ToLookup(method => method.Name.Split('.')[^1], StringComparer.Ordinal);
    }

    public void Dispose() => assembly.Dispose();

    public IReadOnlyList<RuleUse> Of(MethodInfo handler)
    {
        var entries = new List<MethodDefinition> { Definition(handler) };
        foreach (var body in handler.GetParameters().Select(parameter => parameter.ParameterType))
            entries.AddRange(ValidatorsOf(body).Select(validator => Definition(validator.GetConstructors().First())));
        return [.. Reachable(entries).SelectMany(book.Of).Distinct().OrderBy(use => use.Status)
            .ThenBy(use => use.Rule, StringComparer.Ordinal)];
    }

    /// <summary>Whether the handler may come upon a call of that method of the conventions.</summary>
    public bool Reaches(MethodInfo handler, string type, string method) => Reachable([Definition(handler)])
        .SelectMany(reached => reached.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>()
        .Any(called => called.Name == method && called.DeclaringType.Name == type);

    private IEnumerable<Type> ValidatorsOf(Type body) =>
        loaded.GetTypes()
            .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false }
                && type.IsAssignableTo(typeof(IValidator<>).MakeGenericType(body)));

    private MethodDefinition Definition(MethodBase method) => (MethodDefinition)assembly.MainModule.LookupToken(method.MetadataToken);

    private HashSet<MethodDefinition> Reachable(IEnumerable<MethodDefinition> entries)
    {
        var (seen, open) = (new HashSet<MethodDefinition>(), new Stack<MethodDefinition>(entries));
        while (open.TryPop(out var method))
        {
            if (!method.HasBody || !seen.Add(method)) continue;
            foreach (var next in Next(method)) open.Push(next);
        }

        return seen;
    }

    private IEnumerable<MethodDefinition> Next(MethodDefinition method)
    {
        // An asynchronous method or an iterator does its work in a type of its own.
        var machine = method.CustomAttributes.FirstOrDefault(
            attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal));
        if (machine is not null)
            yield return ((TypeReference)machine.ConstructorArguments[0].Value)
                .Resolve().Methods.Single(move => move.Name.EndsWith("MoveNext", StringComparison.Ordinal));
        foreach (var called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>())
        {
            if (called.DeclaringType.Scope is not ModuleDefinition && !IsOwn(called)) continue;
            if (called.Resolve() is not { } definition) continue;
            yield return definition;
            if (!definition.IsVirtual) continue;
            foreach (var implementation in implementations[definition.Name].Where(at => at.Parameters.Count == definition.Parameters.Count))
                yield return implementation;
        }
    }

    private bool IsOwn(MethodReference called) => called.DeclaringType.GetElementType().Scope == assembly.MainModule;
}
