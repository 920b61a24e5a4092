using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class FirstAdministratorTests
{
    private static readonly object Good = new { userName = "admin", password = "correct horse battery" };

    [Fact]
    public async Task The_link_makes_one_administrator_even_under_two_hands_at_once()
    {
        var file = Files.New();
        await using var gateway = await Start(await Engines.FreshDatabase(), file);
        var link = await LinkIn(file);
        using var client = gateway.Client();

        var answers = await Task.WhenAll(
            client.PostAsJsonAsync(link, Good),
            client.PostAsJsonAsync(link, new { userName = "other", password = "another long password" }));

        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Gone], ignoreOrder: true);
        (await client.PostAsJsonAsync(link, Good)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task The_administrator_can_sign_in_and_administer()
    {
        var file = Files.New();
        await using var gateway = await Start(await Engines.FreshDatabase(), file);
        using var client = gateway.Client();
        (await client.PostAsJsonAsync(await LinkIn(file), Good)).EnsureSuccessStatusCode();

        (await client.PostAsJsonAsync("/account/login", Good)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await client.GetAsync("/api/admin/accounts")).Rule()).ShouldBe("role-not-allowed", "no second factor yet");
        await client.ShowAntiForgeryToken();
        await client.Enroll();

        var accounts = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/admin/accounts");
        accounts.EnumerateArray().ShouldHaveSingleItem().GetProperty("userName").GetString().ShouldBe("admin");
    }

    [Theory]
    [InlineData("short", "密码至少12位。")]
    [InlineData("aaaaaaaaaaaaaaaa", "密码至少包含5个不同的字符。")]
    public async Task A_weak_password_is_explained_and_leaves_the_link_good(string password, string explanation)
    {
        var file = Files.New();
        await using var gateway = await Start(await Engines.FreshDatabase(), file);
        var link = await LinkIn(file);
        using var client = gateway.Client();

        using var answer = await client.PostAsJsonAsync(link, new { userName = "admin", password });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Json()).GetProperty("errors")[0].GetProperty("detail").GetString().ShouldBe(explanation);
        (await client.PostAsJsonAsync(link, Good)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_link_shows_a_form_and_its_file_is_for_its_owner_only()
    {
        var file = Files.New();
        await using var gateway = await Start(await Engines.FreshDatabase(), file);
        using var client = gateway.Client();

        (await client.GetStringAsync(await LinkIn(file))).ShouldContain("设置系统管理员");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task With_an_administrator_there_is_no_link_after_a_restart()
    {
        var (database, file) = (await Engines.FreshDatabase(), Files.New());
        await using (var first = await Start(database, file))
        {
            using var client = first.Client();
            (await client.PostAsJsonAsync(await LinkIn(file), Good)).EnsureSuccessStatusCode();
        }

        await using var second = await Start(database, file);

        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Links_of_two_instances_end_together()
    {
        var (database, one, two) = (await Engines.FreshDatabase(), Files.New(), Files.New());
        await using var first = await Start(database, one);
        await using var second = await Start(database, two);
        var (here, there) = (await LinkIn(one), await LinkIn(two));
        using var client = first.Client();

        (await client.PostAsJsonAsync(there, Good)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsJsonAsync(here, Good)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_link_is_over_after_a_day()
    {
        var (file, clock) = (Files.New(), new ShiftedClock());
        await using var gateway = await Start(await Engines.FreshDatabase(), file, clock);
        using var client = gateway.Client();
        var link = await LinkIn(file);
        clock.Ahead = TimeSpan.FromHours(25);

        (await client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await client.PostAsJsonAsync(link, Good)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_link_is_over_once_an_administrator_came_about_in_another_way()
    {
        var file = Files.New();
        await using var gateway = await Start(await Engines.FreshDatabase(), file);
        using var client = gateway.Client();
        var link = await LinkIn(file);

        await gateway.NewAccount(Role.SecurityAdministrator, "*");

        (await client.PostAsJsonAsync(link, Good)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private static Task<TestGateway> Start(string database, string file, TimeProvider? clock = null) =>
        TestGateway.Start(database, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Setup:LinkFile"] = file }, clock);

    private static async Task<string> LinkIn(string file) => new Uri((await File.ReadAllTextAsync(file)).Trim()).PathAndQuery;
}
