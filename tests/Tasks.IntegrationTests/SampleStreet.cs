using System.Net;
using System.Text.Json.Nodes;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>A street with the units of a sample beside its own; a sample's unit replaces one of the same code.</summary>
internal static class SampleStreet
{
    public static JsonObject Sample(string folder, string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples", folder, file)))!.AsObject();

    public static async Task<AStreet> Create(TasksFixture fixture, string folder)
    {
        var street = await AStreet.Create(fixture);
        var organisation = Sample(folder, "organisation.json");
        // Those that every street has bear names of the sample's.
        await street.Office.Put($"{street.Path}/communities/C1", new { name = "广场东社区" });
        await street.Office.Put($"{street.Path}/communities/C2", new { name = "万里东社区" });
        foreach (var community in organisation["communities"]?.AsArray() ?? [])
            await street.Office.Put($"{street.Path}/communities/{community!["code"]}", new { name = (string)community["name"]! });
        foreach (var unit in organisation["units"]!.AsArray().Select(node => node!.AsObject()))
        {
            var body = new JsonObject(
                unit.Where(field => field.Key != "code").Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
            body["from"] ??= "2020-01-01";
            (await street.Office.Put($"{street.Path}/units/{unit["code"]}", body)).Status.ShouldBe(HttpStatusCode.OK);
        }
        return street;
    }

    public static string Outcomes(Answer answer) => string.Join(", ", answer.Body.GetProperty("rows").EnumerateArray()
        .CountBy(row => row.GetProperty("outcome").GetString()!).Select(outcome => $"{outcome.Key} {outcome.Value}"));
}
