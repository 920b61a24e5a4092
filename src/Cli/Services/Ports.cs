using System.Text.Json;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Services;

/// <summary>A service gets the port of its last run while that is free, so that bookmarks and issued tokens stay good.</summary>
internal sealed class Ports(DataDirectory data)
{
    private readonly string file = data.At("ports.json");
    private readonly Dictionary<string, int> remembered = Read(data.At("ports.json"));

    public Uri AddressOf(ServiceProject service)
    {
        var port = FreePort.Next(remembered.TryGetValue(service.Name, out var last) ? last : service.UsualPort);
        remembered[service.Name] = port;
        File.WriteAllText(file, JsonSerializer.Serialize(remembered));
        return new($"http://127.0.0.1:{port}/");
    }

    private static Dictionary<string, int> Read(string file) =>
        File.Exists(file)
            ? JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(file))!
            : new(StringComparer.Ordinal);
}
