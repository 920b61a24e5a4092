using Campaign.Cli.Engines;

namespace Campaign.AppHost.Engines;

/// <summary>
/// A RabbitMQ node of the distribution, as a process of this machine: own cookie, own user, own name server, all on loopback.
/// </summary>
internal sealed class LocalRabbitMQResource(string name, string directory, ParameterResource password)
    : ExecutableResource(name, RabbitServer.Program, "/"), IResourceWithConnectionString
{
    public const string UserName = "campaign";

    public string Directory { get; } = directory;

    public ParameterResource PasswordParameter { get; } = password;

    public EndpointReference PrimaryEndpoint => field ??= new(this, "tcp");

    public EndpointReference ManagementEndpoint => field ??= new(this, "management");

    public EndpointReference DistributionEndpoint => field ??= new(this, "distribution");

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"amqp://{UserName}:{PasswordParameter:uri}@{PrimaryEndpoint.Property(EndpointProperty.IPV4Host)}:{PrimaryEndpoint.Property(EndpointProperty.Port)}");
}
