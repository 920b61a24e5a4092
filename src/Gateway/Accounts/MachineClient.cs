using Campaign.Web;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Gateway.Accounts;

/// <summary>Another system, or the operator of this one: an application of OpenIddict's that has rights.</summary>
internal sealed class MachineClient : OpenIddictEntityFrameworkCoreApplication<Guid, ClientAuthorization, ClientToken>, IHasRights
{
    public const string SubjectPrefix = "client:";

    private const string MayAskForTokens = """["ept:token","gt:client_credentials"]""";

    public List<Role> Roles { get; set; } = [];

    public List<string> Streets { get; set; } = [];

    public List<string> Units { get; set; } = [];

    public bool Disabled { get; set; }

    public int Epoch { get; set; }

    public string Subject => $"{SubjectPrefix}{ClientId}";

    public static MachineClient Named(string clientId) => new()
    {
        ClientId = clientId,
        ClientType = ClientTypes.Confidential,
        Permissions = MayAskForTokens,
    };
}

/// <summary>OpenIddict's own model asks for these three; nothing is kept in them.</summary>
internal sealed class ClientAuthorization : OpenIddictEntityFrameworkCoreAuthorization<Guid, MachineClient, ClientToken>;

internal sealed class ClientToken : OpenIddictEntityFrameworkCoreToken<Guid, MachineClient, ClientAuthorization>;

internal sealed class ClientScope : OpenIddictEntityFrameworkCoreScope<Guid>;
