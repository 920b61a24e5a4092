using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Campaign.Clients.Tests;

/// <summary>The programs that come with packages: the generator, and the compiler of TypeScript.</summary>
internal static class Tools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Writes a client in a folder of its own.</summary>
    /// <param name="command">Of NSwag: <c>openapi2csclient</c> …</param>
    /// <returns>The written file.</returns>
    public static async Task<string> Generate(string command, string file, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-client-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), MergedDocument.Json);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        await Run(dotnet, folder, [Packaged("NSwag"), command, "/input:openapi.json", $"/output:{file}", "/className:CampaignClient",
            "/operationGenerationMode:SingleClientFromOperationId", .. options]);
        return Path.Combine(folder, file);
    }

    public static Task<string> TypeScript(string folder, params string[] arguments)
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "x64";
        return Run(Path.Combine(Packaged("TypeScript"), $"{system}-{processor}", "tsc"), folder, arguments);
    }

    private static string Packaged(string tool) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == tool).Value!;

    private static async Task<string> Run(string program, string folder, string[] arguments)
    {
        using var bound = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(bound.Token), process.StandardError.ReadToEndAsync(bound.Token));
            await process.WaitForExitAsync(bound.Token);
            var said = string.Concat(output);
            process.ExitCode.ShouldBe(0, said);
            return said;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
