using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class OpenApiTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task The_published_document_is_the_one_in_the_repository()
    {
        using var client = fixture.Host.CreateClient();
        await OpenApi.Verify(client, "inspections");
    }
}
