using Campaign.Testing;

namespace Campaign.Tasks.IntegrationTests;

public sealed class OpenApiTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task The_published_document_is_the_one_in_the_repository()
    {
        using var client = fixture.Host.CreateClient();
        await OpenApi.Verify(client, "tasks");
    }
}
