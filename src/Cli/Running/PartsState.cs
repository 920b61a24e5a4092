using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>What PartRunner started, so that a later process can end what a killed one left.</summary>
internal sealed record PartsState(ProcessIdentity Host, bool Ready, IReadOnlyList<PartsState.Entry> Parts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PartsState? Load(DataDirectory data)
    {
        var file = FileIn(data);
        return File.Exists(file) ? JsonSerializer.Deserialize<PartsState>(File.ReadAllText(file), Json) : null;
    }

    /// <summary>The state of a system that is up and has its host.</summary>
    public static PartsState? Running(DataDirectory data) => Load(data) is { Ready: true, Host.IsAlive: true } state ? state : null;

    public static void Forget(DataDirectory data) => File.Delete(FileIn(data));

    public string AddressOf(string part) => Parts.Single(entry => string.Equals(entry.Name, part, StringComparison.Ordinal)).Address;

    public void Save(DataDirectory data) => PrivateFile.Write(FileIn(data), JsonSerializer.Serialize(this, Json));

    private static string FileIn(DataDirectory data) => Path.Combine(data.Run, "parts.json");

    internal sealed record Entry(
        string Name, string Title, Layer Layer, string Address, ProcessIdentity Process, Signal StopSignal, Uri? Management);
}
