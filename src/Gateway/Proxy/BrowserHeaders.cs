using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Campaign.Gateway.Accounts;
using Campaign.Gateway.Setup;

namespace Campaign.Gateway.Proxy;

/// <summary>What every answer tells a browser: run our scripts only, put us into no frame, come back by TLS if you came by it.</summary>
internal static partial class BrowserHeaders
{
    private const int Year = 365 * 24 * 60 * 60;

    public static void UseBrowserHeaders(this WebApplication app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyNoReferrer()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(Year)
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddCustomHeader("Content-Security-Policy", ContentPolicy())
        .RemoveServerHeader());

    /// <summary>
    /// The documentation shows pictures that it holds itself, and styles that it makes; the pages behind a link are one file each.
    /// </summary>
    private static string ContentPolicy() => string.Join(
        "; ",
        "default-src 'self'", $"script-src 'self' {ScriptOf(SetupPage.Html)} {ScriptOf(PasswordPage.Html)}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");

    private static string ScriptOf(string page) => string.Join(
        ' ', Scripts().Matches(page).Select(script =>
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["text"].Value)))}'"));

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scripts();
}
