using Campaign.Demo.Api;

namespace Campaign.Demo.Steps;

/// <summary>Machine clients that play the parts of the demonstration.</summary>
internal sealed class Accounts(Gateway gateway, Caller administrator)
{
    public Task<Caller> DistrictOffice() => Client("demo-district-office", "演示：区创卫办", "DistrictOffice", "*");

    public Task<Caller> StreetOffice(string street) => Client($"demo-street-office-{street}", "演示：街道创卫办", "StreetOffice", street);

    public Task<Caller> Inspector(string street) => Client($"demo-inspector-{street}", "演示：督查员", "Inspector", street);

    public Task<Caller> UnitOfficer(string street, params string[] units) =>
        Client($"demo-unit-officer-{street}", "演示：责任单位经办人", "UnitOfficer", street, units);

    private async Task<Caller> Client(string name, string description, string role, string street, params string[] units)
    {
        var path = $"api/admin/clients/{name}";
        var rights = new { Description = description, Roles = new[] { role }, Streets = new[] { street }, Units = units };
        var client = await administrator.Put<ClientView>(path, rights);
        // Only the answer that made a client carries its secret; one that exists gets a new one.
        if (client.ClientSecret is null) client = await administrator.Post<ClientView>($"{path}/secret", new { });
        return gateway.As(client.ClientId, client.ClientSecret!);
    }

    private sealed record ClientView(string ClientId, string? ClientSecret);
}
