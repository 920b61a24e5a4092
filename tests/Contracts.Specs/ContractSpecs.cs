using System.Reflection;
using System.Text.Json;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Contracts.Specs;

/// <summary>Contracts are versioned by adding: a name, a field or an identity that others rely on does not go away.</summary>
public sealed class ContractSpecs
{
    private static readonly Type[] Contracts =
        [.. typeof(Tasks.UnitRegistered).Assembly.GetExportedTypes().Where(t => !t.IsNested)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public Task The_public_language_is_the_one_on_record() =>
        Testing.Documents.Verify("docs/contracts.txt", string.Concat(Contracts.Select(Describe)));

    [Fact]
    public void Every_contract_survives_its_json()
    {
        foreach (var contract in Contracts)
        {
            var json = JsonSerializer.Serialize(Samples.Of(contract), contract, JsonSerializerOptions.Web);
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(json, contract, JsonSerializerOptions.Web), contract, JsonSerializerOptions.Web).ShouldBe(json);
        }
    }

    [Fact]
    public void Every_contract_names_its_street_and_its_source_version()
    {
        foreach (var contract in Contracts)
        {
            contract.GetProperty("Street")?.PropertyType.ShouldBe(typeof(string), contract.Name);
            contract.GetProperty("Version")?.PropertyType.ShouldBe(typeof(long), contract.Name);
            contract.GetProperty("Street").ShouldNotBeNull(contract.Name);
            contract.GetProperty("Version").ShouldNotBeNull(contract.Name);
        }
    }

    private static string Describe(Type contract)
    {
        var nullability = new NullabilityInfoContext();
        var fields = contract.GetConstructors().Single().GetParameters().Select(parameter =>
        {
            var optional = nullability.Create(parameter).WriteState is NullabilityState.Nullable ? "?" : "";
            return $"  {JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)}: {NameOf(parameter.ParameterType)}{optional}\n";
        });
        return $"{MessageUrn.ForType(contract)}\n{string.Concat(fields)}\n";
    }

    private static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType ? $"{NameOf(type.GetGenericArguments()[0])}[]" : type.Name;
    }
}
