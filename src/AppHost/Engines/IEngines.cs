using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>PostgreSQL and RabbitMQ that this system runs itself; each begins to exist when it is asked for.</summary>
internal interface IEngines
{
    IResourceBuilder<IResourceWithConnectionString> AddRabbitMQ();

    ServiceDatabase AddDatabase(ServiceProject service);
}

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
