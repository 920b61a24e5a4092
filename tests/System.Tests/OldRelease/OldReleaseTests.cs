using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Demo.Api;
using Campaign.Demo.Input;
using Campaign.Demo.Steps;

namespace Campaign.SystemTests.OldRelease;

/// <summary>Data of the release before opens in this one: nothing is lost, every published figure stays, and work goes on.</summary>
[Collection(nameof(RestoredInstallation))]
public sealed class OldReleaseTests(RestoredInstallation installation)
{
    private const string Api = $"api/streets/{OldInstallation.Street}";

    [Fact]
    public async Task Every_event_is_there_as_it_was()
    {
        installation.Before.Count.ShouldBeGreaterThan(40);

        (await StoredEvents.UpTo(installation.Manifest, installation.Host.Inside.Open)).ShouldBe(installation.Before);
    }

    [Fact]
    public async Task The_published_month_and_its_bulletin_say_the_same_to_the_last_digit()
    {
        using var gateway = installation.Host.Gateway();
        var office = await new Accounts(gateway, gateway.Operator()).StreetOffice(OldInstallation.Street);

        SameJson.Differences(OldInstallation.Month, await office.Get<JsonElement>($"{Api}/months/2024-09")).ShouldBeEmpty();
        SameJson.Differences(OldInstallation.Bulletin, await office.Get<JsonElement>($"{Api}/bulletins/2026/1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_signs_in_with_the_account_he_had_and_goes_on_with_his_case()
    {
        using var browser =
            new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(installation.Host.State!.Gateway) };
        using var signedIn = await browser.PostAsJsonAsync(
            "account/login", new { userName = OldInstallation.Inspector, password = OldInstallation.Password });
        signedIn.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var me = await browser.GetFromJsonAsync<JsonElement>("account/me");
        me.GetProperty("streets").EnumerateArray().Select(street => street.GetString()).ShouldBe([OldInstallation.Street]);

        browser.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("antiForgeryToken").GetString());
        using var photographed = await browser.GetAsync($"{Api}/findings?limit=100");
        (await photographed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength()
            .ShouldBeGreaterThanOrEqualTo(OldInstallation.Findings);
        using var recorded = await browser.PostAsJsonAsync(
            $"{Api}/findings", new { category = "0110", description = "墙角堆放杂物", place = new { address = "解放路12号" } });
        recorded.StatusCode.ShouldBe(HttpStatusCode.Created, await recorded.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_finding_of_today_is_recorded_rectified_and_struck_off_and_counts_in_the_month()
    {
        using var gateway = installation.Host.Gateway();
        var accounts = new Accounts(gateway, gateway.Operator());
        var (clock, office) = (TimeProvider.System, await accounts.StreetOffice(OldInstallation.Street));

        await new LiveFinding(accounts, office, new Polling(clock), clock, OldInstallation.Street)
            .Run(Samples.Organisation.Communities[0].Code, MonthFile.Read(Samples.MonthPath).Sheets!);
    }
}
