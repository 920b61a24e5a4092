using Campaign.Testing;

namespace Campaign.Scoring.IntegrationTests;

public sealed class OpenApiTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task The_published_document_is_the_one_in_the_repository()
    {
        using var client = fixture.Host.CreateClient();
        await OpenApi.Verify(client, "scoring");
    }
}
