using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Campaign.Clients.Tests;

/// <summary>The C# client, generated, compiled and loaded once for the tests that use it.</summary>
public sealed class CSharpClient : IAsyncLifetime
{
    private const string Caller =
        """
        namespace Campaign.Client;

        public static class Caller
        {
            public static async System.Threading.Tasks.Task<string> Record(CampaignClient client)
            {
                var place = new ReportedPlace { Address = "人民路12号门前" };
                var body = new NewFinding { Category = "0110", Severity = Severity.Major, Description = "垃圾桶满溢", Place = place };
                RecordedFinding done = await client.RecordFindingAsync("990101001", "key-1", body);
                System.Guid id = done.Id;
                return $"{done.CaseNumber} {id} {done.Version}";
            }
        }
        """;

    private AssemblyLoadContext? context;

    public Assembly Assembly { get; private set; } = null!;

    public Type Client => Assembly.GetType("Campaign.Client.CampaignClient")!;

    public IReadOnlyList<string> Errors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var file = await Tools.Generate(
            "openapi2csclient", "Client.cs", "/namespace:Campaign.Client", "/useBaseUrl:false", "/generateNullableReferenceTypes:true",
            "/generateOptionalPropertiesAsNullable:true", "/dateType:System.DateOnly", "/dateTimeType:System.DateTimeOffset");
        var client = await File.ReadAllTextAsync(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Load(client, Caller);
    }

    public ValueTask DisposeAsync()
    {
        context?.Unload();
        return ValueTask.CompletedTask;
    }

    private void Load(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Campaign.Client",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            platform.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var binary = new MemoryStream();
        var result = compilation.Emit(binary);
        Errors = [.. result.Diagnostics.Where(found => found.Severity is DiagnosticSeverity.Error).Select(found => found.ToString())];
        if (!result.Success) return;
        binary.Position = 0;
        context = new AssemblyLoadContext("Campaign.Client", isCollectible: true);
        Assembly = context.LoadFromStream(binary);
    }
}
