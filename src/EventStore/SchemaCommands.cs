using JasperFx;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaign.EventStore;

/// <summary>
/// Marten's commands on the command line of a service: <c>db-apply</c> brings its tables up to date, <c>db-assert</c> compares them,
/// <c>db-patch FILE</c> writes what would be changed, <c>projections</c> lists what Marten projects. They act as the owner of the
/// tables, and start nothing else of the service.
/// </summary>
public static class SchemaCommands
{
    private static readonly string[] Names = ["db-apply", "db-assert", "db-patch", "db-dump", "db-list", "projections"];

    public static bool Has(string[] args) => args is [var name, ..] && Names.Contains(name, StringComparer.Ordinal);

    /// <returns>The exit code; 0 when it was done, or nothing differs.</returns>
    public static Task<int> Run(IHost host, string[] args)
    {
        host.Services.GetRequiredService<IConfiguration>()[EventStoreOptions.AsOwner] = bool.TrueString;
        return host.RunJasperFxCommands(args);
    }
}
