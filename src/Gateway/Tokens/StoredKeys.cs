using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Tokens;

/// <summary>A private signing key, encrypted by Data Protection.</summary>
internal sealed record StoredKey(string KeyId, DateTimeOffset CreatedAt, byte[] Protected);

internal sealed record StoredProtectionKey(string Name, string Xml);

/// <summary>Data Protection's own keys, in the database so that instances read each other's cookies.</summary>
internal sealed class DatabaseKeyRepository(IDbContextFactory<GatewayDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.ProtectionKeys.Add(new(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
