using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Tasks.IntegrationTests;

internal static class AnAssignment
{
    /// <summary>The body of an assignment to the health office, with whatever else is said of it.</summary>
    public static JsonObject With(object more)
    {
        var body = JsonSerializer.SerializeToNode(more, JsonSerializerOptions.Web)!.AsObject();
        body["title"] = "点位讲解词";
        body["unit"] = AStreet.HealthOffice;
        return body;
    }
}
