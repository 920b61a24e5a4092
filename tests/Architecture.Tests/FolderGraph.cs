using Mono.Cecil;

namespace Campaign.Architecture.Tests;

/// <summary>Which folders of a service use which: by signatures, fields, attributes and method bodies of the compiled assembly.</summary>
internal sealed class FolderGraph
{
    private readonly string root;

    // Folder → folder it uses → one place where it does.
    private readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);

    private readonly List<string> inRoot = [];

    private FolderGraph(string root) => this.root = root;

    public IEnumerable<string> Folders => uses.Keys;

    /// <summary>Types directly in the root of a service are its module and its program; they may use everything.</summary>
    public static FolderGraph Of(Service service)
    {
        var graph = new FolderGraph($"Campaign.{service.Name}");
        using var assembly = AssemblyDefinition.ReadAssembly(service.Assembly.Location);
        foreach (var type in assembly.MainModule.GetTypes())
        {
            if (graph.FolderOf(type) is { } folder) graph.Walk(folder, type);
            else if (!type.IsNested && type.Namespace == graph.root) graph.inRoot.Add(type.Name);
        }

        return graph;
    }

    /// <summary>Types of no folder.</summary>
    public IReadOnlyList<string> InRoot => inRoot;

    public IReadOnlyDictionary<string, string> Uses(string folder) => uses[folder];

    public string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type.Namespace.StartsWith($"{root}.", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.')[0] : null;
    }

    private void Walk(string folder, TypeDefinition type)
    {
        uses.TryAdd(folder, new(StringComparer.Ordinal));
        See(folder, type.BaseType, type.FullName);
        foreach (var contract in type.Interfaces) See(folder, contract.InterfaceType, type.FullName);
        foreach (var field in type.Fields) See(folder, field.FieldType, field.FullName);
        foreach (var attribute in type.CustomAttributes) See(folder, attribute.AttributeType, type.FullName);
        foreach (var method in type.Methods)
        {
            See(folder, method.ReturnType, method.FullName);
            foreach (var parameter in method.Parameters) See(folder, parameter.ParameterType, method.FullName);
            if (!method.HasBody) continue;
            foreach (var variable in method.Body.Variables) See(folder, variable.VariableType, method.FullName);
            foreach (var instruction in method.Body.Instructions) See(folder, instruction.Operand, method.FullName);
        }
    }

    private void See(string folder, object? operand, string place)
    {
        switch (operand)
        {
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments) See(folder, argument, place);
                See(folder, generic.ElementType, place);
                break;
            case TypeSpecification wrapped: See(folder, wrapped.ElementType, place); break;
            case TypeReference type when FolderOf(type) is { } used && used != folder: uses[folder].TryAdd(used, place); break;
            case TypeReference: break;
            case GenericInstanceMethod generic:
                foreach (var argument in generic.GenericArguments) See(folder, argument, place);
                See(folder, generic.ElementMethod, place);
                break;
            case MethodReference method:
                See(folder, method.DeclaringType, place);
                See(folder, method.ReturnType, place);
                break;
            case FieldReference field: See(folder, field.DeclaringType, place); break;
        }
    }
}
