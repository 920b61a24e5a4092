using Campaign.Testing;

namespace Campaign.Tasks.IntegrationTests;

public sealed class ConventionTests(TasksFixture fixture) : ServiceConventions<TasksFixture, Program>(fixture);
