using Campaign.Cli;
using Campaign.Cli.Engines;

namespace Campaign.AppHost.Engines;

/// <summary>PostgreSQL of the distribution, as a process of this machine.</summary>
internal sealed class LocalPostgresResource(string name, PostgresCluster cluster, ParameterResource password)
    : ExecutableResource(name, "/bin/sh", "/"), IResourceWithConnectionString
{
    public const string OwnerName = Connections.OwnerRole;
    public const string AdminName = "postgres";

    public PostgresCluster Cluster { get; } = cluster;

    public EndpointReference PrimaryEndpoint => field ??= new(this, "tcp");

    /// <summary>Of the role that owns the databases and may create them.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={PrimaryEndpoint.Property(EndpointProperty.IPV4Host)};Port={PrimaryEndpoint.Property(EndpointProperty.Port)};Username={OwnerName};Password={password}");

    /// <summary>Of the superuser, while it runs.</summary>
    public string AdminConnectionString(DataDirectory data) =>
        $"Host=127.0.0.1;Port={PrimaryEndpoint.Port};Username={AdminName};Password={data.Secret("postgres-admin")};Database=postgres";
}
