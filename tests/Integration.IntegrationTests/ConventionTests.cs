using Campaign.Testing;

namespace Campaign.Integration.IntegrationTests;

public sealed class ConventionTests(IntegrationFixture fixture) : ServiceConventions<IntegrationFixture, Program>(fixture);
