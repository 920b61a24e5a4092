using Campaign.Inspections.Findings;
using Campaign.Testing;
using Microsoft.Extensions.Hosting;

namespace Campaign.Inspections.IntegrationTests;

internal static class WatchOf
{
    public static OverdueWatch Watch(this ServiceHost<Program> host) =>
        host.Get<IEnumerable<IHostedService>>().OfType<OverdueWatch>().Single();
}
