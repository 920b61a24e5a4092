using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Gateway.Docs;
using Campaign.Gateway.Proxy;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>The routing table against what the services say they offer (docs/openapi).</summary>
public sealed class AddressTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    [Fact]
    public void No_address_belongs_to_two_services()
    {
        var paths = RouteTable.All.SelectMany(resources => resources.Paths()).Select(resource => resource.Path).ToList();
        paths.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_documented_address_goes_to_its_service()
    {
        foreach (var resources in RouteTable.All)
        {
            var file = Path.Combine(Testing.Documents.Root, "docs", "openapi", $"{resources.Service}.json");
            if (!File.Exists(file)) continue;
            var owned = resources.Paths().Select(resource => resource.Path).ToList();
            foreach (var (path, _) in JsonNode.Parse(await File.ReadAllTextAsync(file))!["paths"]!.AsObject())
                owned.ShouldContain(
                    prefix => $"{path}/".StartsWith($"{prefix}/", StringComparison.Ordinal),
                    $"{path} of {resources.Service} is not in Proxy/RouteTable.cs");
        }
    }

    [Fact]
    public async Task The_gateways_own_interface_is_the_one_in_the_repository()
    {
        var own = await fixture.Gateway.Services.GetRequiredService<MergedOpenApi>().Own(CancellationToken.None);
        await OpenApi.Verify(own, "gateway");
    }

    [Fact]
    public void Two_things_of_one_name_keep_apart_in_the_merged_document()
    {
        var merge = new OpenApiMerge(Document("/a", "Done", "string"));
        merge.Add("tasks", Document("/b", "Done", "string"));
        merge.Add("scoring", Document("/c", "Done", "integer"));

        var merged = JsonDocument.Parse(merge.Finish([])).RootElement;

        merged.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name)
            .ShouldBe(["Done", "scoringDone"]);
        Reference("/b").ShouldBe("#/components/schemas/Done");
        Reference("/c").ShouldBe("#/components/schemas/scoringDone");

        string? Reference(string path) => merged.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("$ref").GetString();
    }

    private static JsonObject Document(string path, string schema, string type) => new()
    {
        ["paths"] = new JsonObject { [path] = new JsonObject { ["get"] = new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" } } },
        ["components"] = new JsonObject { ["schemas"] = new JsonObject { [schema] = new JsonObject { ["type"] = type } } },
    };
}
