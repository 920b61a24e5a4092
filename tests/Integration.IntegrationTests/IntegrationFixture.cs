using Campaign.Testing;

namespace Campaign.Integration.IntegrationTests;

public sealed class IntegrationFixture() : ServiceFixture<Program>("integration");
