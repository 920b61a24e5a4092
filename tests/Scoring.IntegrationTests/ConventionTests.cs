using Campaign.Testing;

namespace Campaign.Scoring.IntegrationTests;

public sealed class ConventionTests(ScoringFixture fixture) : ServiceConventions<ScoringFixture, Program>(fixture);
