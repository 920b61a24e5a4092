using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using Campaign.Gateway.Docs;
using Campaign.Gateway.Proxy;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Campaign.ServiceDefaults;
using Campaign.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
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
        builder.Services.AddTrustedProxies();
        builder.Services.AddSingleton<IHealthAudience, OperatorsHealth>();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<MergedOpenApi>();
        builder.Services.AddHttpClient(nameof(MergedOpenApi)).AddServiceDiscovery();
        builder.Services.AddHostedService<GatewayStart>();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseBrowserHeaders();
        app.UseServiceDefaults();
        app.UseMiddleware<SignInFailures>();
        app.UseTokenServer();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<AuditedRequests>();
        app.UseAuthorization();
        app.UseMiddleware<AntiForgeryMiddleware>();

        MapOwnAccount(app);
        TokenServer.Map(app);
        FirstAdministratorEndpoints.Map(app);
        PasswordLinkEndpoints.Map(app);
        var admin = app.MapGroup("/api/admin").Allow(Role.SystemAdministrator, Role.SecurityAdministrator);
        AdministerAccounts.Map(admin);
        AdministerClients.Map(admin);
        AuditEndpoints.Map(app);
        app.MapProxy();
        MergedOpenApi.Map(app);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.DocumentTitle = "创卫平台接口";
            ui.SwaggerEndpoint("/openapi/v1.json", "创卫平台");
        });
    }

    /// <summary>For whoever is signed in: an administrator without a second factor has no role yet, and comes here to enrol.</summary>
    private static void MapOwnAccount(WebApplication app)
    {
        var account = app.MapGroup("/account").RequireAuthorization().WithTags("Account");
        SignIn.Map(account);
        Me.Map(account);
        SessionEndpoints.MapOwn(account);
        OwnPassword.Map(account);
        SecondFactorEndpoints.MapOwn(account);
    }

    private static void AddDatabase(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GatewaySchema>();
        builder.Services.AddDbContextFactory<GatewayDb>((services, options) => services.GetRequiredService<GatewaySchema>().Use(options));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddKeyProtection(builder.Configuration);
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
            })
            .AddEntityFrameworkStores<GatewayDb>()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<BannedPasswords>()
            .AddUserValidator<UserNameLength>()
            .AddErrorDescriber<ChineseIdentityErrors>();
        services.AddAntiforgery(antiForgery =>
        {
            antiForgery.HeaderName = "X-CSRF-Token";
            antiForgery.Cookie.Name = "campaign-csrf";
            antiForgery.Cookie.SameSite = SameSiteMode.Strict;
            antiForgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiForgery.SuppressReadingTokenFromFormBody = true;
        });
        services.AddScoped<AdministerAccounts>().AddScoped<AdministerClients>().AddScoped<PasswordLinks>().AddScoped<OwnPassword>();
        services.AddScoped<SignIn>().AddScoped<Guesses>().AddScoped<SecondFactor>().AddScoped<SecondFactorEndpoints>();
        services.AddSingleton<AuditLog>().AddScoped<AuditTrail>();
        services.AddScoped<SetupLinks>().AddScoped<OperatorClient>();
    }

    private static void AddTokens(IServiceCollection services)
    {
        services.AddTokenServer();
        services.AddSingleton<VerifiedTokens>().AddSingleton<AccessToken>().AddSingleton<Sessions>();
        services.AddSingleton<PersonSessions>().AddScoped<SessionEndpoints>();
        services.AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "campaign-session";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.SlidingExpiration = false;
            // The session it names says whether it is good, at every request.
            cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<GatewayOptions>>((cookie, gateway) => cookie.ExpireTimeSpan = gateway.Value.SessionTerm);
        services.AddCampaignGuards();
    }
}
