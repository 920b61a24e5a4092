using Mono.Cecil;

namespace Campaign.Architecture.Tests;

/// <summary>A rule is said once: where it needs other words or another pointer, that is said of the one there is.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void No_code_is_given_to_two_refusals(string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Service.Called(name).Assembly.Location);
        var made = from type in assembly.MainModule.GetTypes()
                   from method in type.Methods.Where(method => method.HasBody)
                   from instruction in method.Body.Instructions
                   let code = RuleBook.CodeMadeBy(instruction)
                   where code is not null
                   select (Code: code, Place: type.FullName);
        made.GroupBy(refusal => refusal.Code, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(refusal => refusal.Place))}").ShouldBeEmpty();
    }
}
