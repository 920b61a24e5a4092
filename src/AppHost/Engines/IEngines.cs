using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>PostgreSQL and RabbitMQ that this system runs itself; each begins to exist when it is asked for.</summary>
internal interface IEngines
{
    IResourceBuilder<IResourceWithConnectionString> AddRabbitMQ();

    ServiceDatabase AddDatabase(ServiceProject service);
}

/// <param name="Run">Of the role that a service works with.</param>
/// <param name="Owner">Of the role that owns the schema; null where nobody named one.</param>
internal sealed record ServiceDatabase(IResourceBuilder<IResourceWithConnectionString> Run, IResourceBuilder<IResourceWithConnectionString>? Owner);

internal static class EngineNames
{
    public const string Postgres = "postgres";
    public const string RabbitMQ = "rabbitmq";
}
