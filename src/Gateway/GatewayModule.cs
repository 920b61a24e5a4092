using Campaign.Gateway.Accounts;
using Campaign.Gateway.Docs;
using Campaign.Gateway.Proxy;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Campaign.ServiceDefaults;
using Campaign.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway;

/// <summary>The two doors of the gateway, and its table of contents.</summary>
internal static class GatewayModule
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults("gateway");
        builder.Services.AddOptions<GatewayOptions>().Configure<IConfiguration>(GatewayOptions.Read)
            .Validate(
                options => Uri.IsWellFormedUriString(options.Authority, UriKind.Absolute),
                "Identity:Authority must be the gateway's own address.")
            .ValidateOnStart();
        AddDatabase(builder);
        AddAccounts(builder.Services);
        AddTokens(builder.Services);
        builder.AddProxy();
        builder.Services.AddRateLimits();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<MergedOpenApi>();
        builder.Services.AddHttpClient(nameof(MergedOpenApi)).AddServiceDiscovery();
        builder.Services.AddHostedService<GatewayStart>();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseServiceDefaults();
        app.UseTokenServer();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<AntiForgeryMiddleware>();

        SignIn.Map(app);
        TokenServer.Map(app);
        FirstAdministratorEndpoints.Map(app);
        var admin = app.MapGroup("/api/admin").Allow(Role.Administrator);
        AdministerAccounts.Map(admin);
        AdministerClients.Map(admin);
        app.MapProxy();
        MergedOpenApi.Map(app);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.DocumentTitle = "创卫平台接口";
            ui.SwaggerEndpoint("/openapi/v1.json", "创卫平台");
        });
    }

    private static void AddDatabase(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GatewaySchema>();
        builder.Services.AddDbContextFactory<GatewayDb>((services, options) => services.GetRequiredService<GatewaySchema>().Use(options));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddDataProtection().SetApplicationName("campaign-gateway");
        builder.Services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                // Length is what counts; a demanded mixture of characters only makes passwords alike.
                identity.Password = new()
                {
                    RequiredLength = 12,
                    RequiredUniqueChars = 5,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddEntityFrameworkStores<GatewayDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddUserValidator<UserNameLength>()
            .AddErrorDescriber<ChineseIdentityErrors>();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAntiforgery(antiForgery =>
        {
            antiForgery.HeaderName = "X-CSRF-Token";
            antiForgery.Cookie.Name = "campaign-csrf";
            antiForgery.Cookie.SameSite = SameSiteMode.Strict;
            antiForgery.SuppressReadingTokenFromFormBody = true;
        });
        services.AddScoped<AdministerAccounts>().AddScoped<AdministerClients>();
        services.AddScoped<SetupLinks>().AddScoped<OperatorClient>();
    }

    private static void AddTokens(IServiceCollection services)
    {
        services.AddTokenServer();
        services.AddSingleton<VerifiedTokens>().AddSingleton<AccessToken>().AddSingleton<Sessions>();
        services.AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "campaign-session";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        });
        services.AddCampaignGuards();
    }
}
