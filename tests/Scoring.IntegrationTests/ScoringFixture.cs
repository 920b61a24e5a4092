using Campaign.Testing;

namespace Campaign.Scoring.IntegrationTests;

public sealed class ScoringFixture() : ServiceFixture<Program>("scoring");
