using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

/// <summary>
/// Data Protection encrypts cookies and signing keys by keys in the database; those are wrapped by a certificate that lies elsewhere
/// (<c>Keys:CertificateFile</c>, PEM with its private key). Who has the database alone can sign nothing.
/// </summary>
internal static class KeyProtection
{
    public static void AddKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("campaign-gateway");
        if (configuration["Keys:CertificateFile"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509Certificate2.CreateFromPemFile(file));
        services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
        services.AddSingleton<KeyWrapping>();
    }
}

/// <summary>Keys that an installation stored before it had a certificate.</summary>
internal sealed partial class KeyWrapping(
    IDbContextFactory<GatewayDb> databases, IOptions<KeyManagementOptions> options, ILogger<KeyWrapping> logger)
{
    // Data Protection's own names: it marks what an encryptor has to wrap, and looks for what one has wrapped.
    private static readonly XNamespace Names = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Wraps them, so that they go on to be read and no longer lie there as they are.</summary>
    public async Task TakeUpEarlierKeys(CancellationToken cancellation)
    {
        if (options.Value.XmlEncryptor is not { } encryptor)
        {
            LogUnwrapped();
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.AddSigningKey, cancellation);
        foreach (var stored in await db.ProtectionKeys.AsNoTracking().ToListAsync(cancellation))
        {
            if (Wrapped(stored.Xml, encryptor) is { } wrapped) db.ProtectionKeys.Update(stored with { Xml = wrapped });
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>Null where nothing lies open.</returns>
    private static string? Wrapped(string xml, IXmlEncryptor encryptor)
    {
        var key = XElement.Parse(xml);
        var open = key.Descendants().Where(element => (bool?)element.Attribute(Names + "requiresEncryption") is true).ToList();
        if (open.Count == 0) return null;
        foreach (var secret in open)
        {
            var info = encryptor.Encrypt(secret);
            secret.ReplaceWith(new XElement(
                Names + "encryptedSecret", new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!),
                info.EncryptedElement));
        }

        return key.ToString(SaveOptions.DisableFormatting);
    }

    [LoggerMessage(LogLevel.Warning, "未配置 Keys:CertificateFile：数据库中的密钥没有另外加密，拿到数据库的人即可签发令牌")]
    private partial void LogUnwrapped();
}
