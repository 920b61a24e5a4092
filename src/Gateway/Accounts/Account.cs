using System.Security.Cryptography;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <summary>A person's login. Says what the post may do, not who the person is: names live with the posts in Tasks.</summary>
internal sealed class Account : IdentityUser<Guid>, IHasRights
{
    public const string SubjectPrefix = "account:";

    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }

    /// <summary>职务</summary>
    public string Post { get; set; } = "";

    public List<Role> Roles { get; set; } = [];

    public List<string> Streets { get; set; } = [];

    public List<string> Units { get; set; } = [];

    public bool Disabled { get; set; }

    public string Subject => $"{SubjectPrefix}{Id}";
}

internal interface IHasRights
{
    string Subject { get; }

    List<Role> Roles { get; set; }

    List<string> Streets { get; set; }

    List<string> Units { get; set; }

    bool Disabled { get; set; }
}
