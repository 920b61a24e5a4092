using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>What the AppHost writes down about itself whenever it changes (`run/state.json`): how other programs find what runs.</summary>
/// <param name="Host">The AppHost's process.</param>
/// <param name="Ready">Everything has been healthy at one time since the start.</param>
/// <param name="Dashboard">With its token; empty while there is none.</param>
internal sealed record RunState(
    ProcessIdentity Host, bool Ready, string Gateway, string Dashboard, IReadOnlyList<RunState.Resource> Resources)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <returns>Null where nothing was written, or by a release that wrote something else.</returns>
    public static RunState? Load(DataDirectory data)
    {
        try
        {
            return JsonSerializer.Deserialize<RunState>(File.ReadAllText(FileIn(data)), Json);
        }
        catch (Exception none) when (none is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The state of a system that is up and has its host.</summary>
    public static RunState? Running(DataDirectory data) => Load(data) is { Ready: true, Host.IsAlive: true } state ? state : null;

    public static void Forget(DataDirectory data) => File.Delete(FileIn(data));

    public void Save(DataDirectory data) => PrivateFile.Write(FileIn(data), JsonSerializer.Serialize(this, Json));

    /// <summary>The first instance of that name, if the system has one.</summary>
    public Resource? Find(string name) =>
        Resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.Ordinal));

    private static string FileIn(DataDirectory data) => Path.Combine(data.Run, "state.json");

    /// <param name="Name">Of the service or engine; all its instances share it.</param>
    /// <param name="Instance">As the dashboard names it.</param>
    /// <param name="State">In Aspire's words: Running, Exited, Waiting …</param>
    /// <param name="Health">Healthy, Degraded, Unhealthy; empty where nobody asks.</param>
    /// <param name="Management">A second address, for looking inside; without credentials.</param>
    /// <param name="Process">Null while it does not run as a process of this machine.</param>
    internal sealed record Resource(
        string Name, string Instance, string Title, Layer Layer, string State, string Health, string Address, Uri? Management,
        ProcessIdentity? Process, string LogFile);
}
