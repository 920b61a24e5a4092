using Campaign.Cli.Services;

namespace Campaign.Cli.Engines;

/// <summary>
/// Each service speaks to the broker as a user of its own: nobody takes from the queue of another, nobody tells what is not his to tell.
/// </summary>
internal static class BrokerUsers
{
    public static string NameOf(ServiceProject service) => $"campaign_{service.Name}";

    public static string Password(DataDirectory data, ServiceProject service) => data.Secret($"rabbitmq-{service.Name}");

    /// <summary>Passwords and permissions are set at every start, so that the node of an earlier release gets the users too.</summary>
    public static async Task Create(RabbitManagement management, DataDirectory data, CancellationToken ct)
    {
        foreach (var service in ServiceProject.BehindGateway)
            await management.PutUser(NameOf(service), Password(data, service), BrokerPermissions.Of(service), virtualHost: "/", ct);
    }
}

/// <summary>Expressions for the names of queues and exchanges, as RabbitMQ asks for them.</summary>
/// <param name="Configure">What may be declared.</param>
/// <param name="Write">What may be published to, and bound to hear something.</param>
/// <param name="Read">What may be taken from, and heard.</param>
internal sealed record BrokerPermissions(string Configure, string Write, string Read)
{
    // What MassTransit tells of failures; nobody hears it.
    private const string Failures = "MassTransit:.+";
    private const string Contracts = @"Campaign\.Contracts\.";

    /// <summary>
    /// An exchange bears the name of its contract, and the contract the name of the service that tells it. The default exchange, by which
    /// any queue can be reached, is not among them.
    /// </summary>
    public static BrokerPermissions Of(ServiceProject service)
    {
        var (queues, told) = ($"{service.Name}(_error|_skipped)?", char.ToUpperInvariant(service.Name[0]) + service.Name[1..]);
        return new(
            AnyOf(queues, $"{Contracts}.+", Failures), AnyOf(queues, $"{Contracts}{told}:.+", Failures),
            AnyOf(queues, $"{Contracts}.+", Failures));
    }

    private static string AnyOf(params string[] names) => $"^({string.Join('|', names)})$";
}
