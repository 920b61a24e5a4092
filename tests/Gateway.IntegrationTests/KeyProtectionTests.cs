using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Campaign.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Who has the database alone cannot sign: its keys are wrapped by one that lies elsewhere.</summary>
public sealed class KeyProtectionTests
{
    [Fact]
    public async Task Keys_lie_wrapped_and_are_read_by_the_next_start()
    {
        var (database, certificate) = (await Engines.FreshDatabase(), await Certificate());
        var keySet = await Started(database, certificate);

        (await Stored(database)).ShouldAllBe(xml => !IsOpen(xml));

        (await Started(database, certificate)).ShouldBe(keySet);
    }

    [Fact]
    public async Task Keys_of_an_earlier_release_are_wrapped_and_stay_good()
    {
        var database = await Engines.FreshDatabase();
        var keySet = await Started(database, certificate: null);
        (await Stored(database)).ShouldAllBe(xml => IsOpen(xml));

        (await Started(database, await Certificate())).ShouldBe(keySet);

        (await Stored(database)).ShouldAllBe(xml => !IsOpen(xml));
    }

    [Fact]
    public async Task A_database_without_its_certificate_gets_new_keys_and_works()
    {
        var database = await Engines.FreshDatabase();
        var keySet = await Started(database, await Certificate());

        (await Started(database, await Certificate())).ShouldNotBe(keySet);
    }

    /// <returns>The key set, once a token has been had by it.</returns>
    private static async Task<string> Started(string database, string? certificate)
    {
        await using var gateway = await TestGateway.Start(
            database, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:CertificateFile"] = certificate });
        using var client = gateway.Client().As(await gateway.Token("operator", TestGateway.OperatorSecret));
        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await (await client.GetAsync(gateway.KeySet)).Json()).GetProperty("keys").GetRawText();
    }

    private static bool IsOpen(string xml) => xml.Contains("requiresEncryption", StringComparison.Ordinal);

    private static async Task<string[]> Stored(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""select array_agg("Xml") from protection_keys""");
        return ((string[])(await command.ExecuteScalarAsync())!).ShouldNotBeNull();
    }

    private static async Task<string> Certificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Files.New();
        await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
