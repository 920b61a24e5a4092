using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Campaign.Cli;

/// <summary>
/// The certificate by which the gateway wraps the keys in its database. It lies among the secrets and in no backup: who finds a backup
/// cannot sign by what is in it.
/// </summary>
internal static class WrappingCertificate
{
    private const int KeyBits = 3072;

    /// <returns>The file, made at its first use.</returns>
    public static string In(DataDirectory data)
    {
        var file = data.SecretFile("gateway-keys.pem");
        if (!File.Exists(file)) PrivateFile.Write(file, New());
        return file;
    }

    // Nobody checks how long it holds: it is a pair of keys with a thumbprint.
    private static string New()
    {
        using var rsa = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=campaign gateway keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1000));
        return $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n";
    }
}
