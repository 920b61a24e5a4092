namespace Campaign.AppHost.Engines;

/// <summary>A database of a <see cref="LocalPostgresResource"/>.</summary>
internal sealed class LocalPostgresDatabaseResource(string name, string databaseName, LocalPostgresResource parent)
    : Resource(name), IResourceWithParent<LocalPostgresResource>, IResourceWithConnectionString
{
    public string DatabaseName { get; } = databaseName;

    public LocalPostgresResource Parent { get; } = parent;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};Database={DatabaseName}");

    /// <summary>Done at every start of the server, before anybody uses the database.</summary>
    public Func<LocalPostgresResource, CancellationToken, Task> WhenCreated { get; set; } = (_, _) => Task.CompletedTask;
}
