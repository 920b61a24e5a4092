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

    public int Epoch { get; set; }

    /// <summary>Encrypted; of use once <c>TwoFactorEnabled</c> says that the person has shown a code of it.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The 30 seconds of the last code taken: none is good twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>Hashes; each goes with its use.</summary>
    public List<string> RecoveryCodes { get; set; } = [];

    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id}";
}

internal interface IHasRights
{
    string Subject { get; }

    List<Role> Roles { get; set; }

    List<string> Streets { get; set; }

    List<string> Units { get; set; }

    bool Disabled { get; set; }

    /// <summary>Raised by what ends everything given before: new rights or secrets, disabling, signing out everywhere.</summary>
    int Epoch { get; set; }
}
