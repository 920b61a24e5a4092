using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class InspectionsFixture() : ServiceFixture<Program>("inspections");
