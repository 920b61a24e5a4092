using Campaign.Testing;

namespace Campaign.Tasks.IntegrationTests;

public sealed class TasksFixture() : ServiceFixture<Program>("tasks");
