using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>PostgreSQL and RabbitMQ that this system runs itself; each begins to exist when it is asked for.</summary>
internal interface IEngines
{
    MessageBroker AddRabbitMQ();

    ServiceDatabase AddDatabase(ServiceProject service);
}

/// <param name="Resource">What services wait for, and by whose user they speak to it where they have none of their own.</param>
/// <param name="Users">The address for the own user of a service.</param>
internal sealed record MessageBroker(
    IResourceBuilder<IResourceWithConnectionString> Resource, Func<ServiceProject, ReferenceExpression>? Users = null);

/// <param name="Resource">What the service waits for, and by whose role it works where no other is named.</param>
/// <param name="Serving">Of the role that the service serves by.</param>
/// <param name="Owner">Of the role that owns the schema, and is used to bring it up to date and for rebuilds.</param>
internal sealed record ServiceDatabase(
    IResourceBuilder<IResourceWithConnectionString> Resource, ReferenceExpression? Serving = null, ReferenceExpression? Owner = null);

internal static class EngineNames
{
    public const string Postgres = "postgres";
    public const string RabbitMQ = "rabbitmq";
}
