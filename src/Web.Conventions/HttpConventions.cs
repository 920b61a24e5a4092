using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

public static class HttpConventions
{
    /// <summary>Largest JSON body a service reads, in bytes.</summary>
    public const long JsonBodyLimit = 4 * 1024 * 1024;

    public static void AddWebConventions(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBodyLimit;
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<RequestDates>();
        builder.Services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        // In every environment: the exception handler turns what cannot be read into a problem with a pointer.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi("v1", openApi =>
        {
            openApi.AddSchemaTransformer<ConvertedSchema>().AddSchemaTransformer<ClientSchema>();
            openApi.AddOperationTransformer<OperationConventions>().AddOperationTransformer<ExampleConventions>();
            openApi.AddDocumentTransformer<OpenApiConventions>().AddDocumentTransformer<ExampleConventions>();
            openApi.AddDocumentTransformer<DescriptionConventions>();
            // Any JSON is no type of a name: a client would make a class of it, which no array goes into.
            openApi.CreateSchemaReferenceId = type =>
                type.Type == typeof(JsonElement) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        });
    }

    public static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        if (json.TypeInfoResolverChain.Count == 0) json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        json.TypeInfoResolverChain.Insert(0, new EnumNames(json));
        json.Converters.Add(new MomentWithOffset());
        json.Converters.Add(new StorableText());
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.PropertyNameCaseInsensitive = false;
        json.AllowDuplicateProperties = false;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    public static void UseWebConventions(this WebApplication app)
    {
        // Outside the exception handler: what it logs bears the id that its answer bears.
        app.UseMiddleware<Correlation>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => context.HttpContext.Response.HasStarted
            ? Task.CompletedTask
            : OfStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
        app.Use(StorableText.CheckQuery);
    }

    /// <summary>What a service needs that takes commands: <see cref="Commands"/> and the answers kept under an Idempotency-Key.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddScoped<Commands>().AddSingleton<IdempotencyQuota>().AddHostedService<IdempotencyPurge>()
            .AddRateLimiter(_ => { });

    /// <summary>
    /// Behind authentication: a key belongs to its caller, and so do <see cref="CallerTurns"/>. Who is told to come back has had no answer
    /// that were to be kept under his key.
    /// </summary>
    public static WebApplication UseIdempotency(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<Idempotency>();
        return app;
    }

    /// <summary>What every route group of a service shares: declared query parameters only, and arguments that are validated.</summary>
    public static RouteGroupBuilder WithConventions(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(QueryParameters.Hold);
        group.AddEndpointFilterFactory(ListItems.Filter);
        group.AddEndpointFilterFactory(DateBounds.Filter);
        group.AddEndpointFilterFactory(Validation.Filter);
        return group;
    }

    private static IResult OfStatus(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return status is StatusCodes.Status404NotFound && PathValues.Unread(http) is { } error
            ? Problems.Of(StatusCodes.Status400BadRequest, error.Rule, error.Detail, [error])
            : Problems.Of(status, StatusRule(status), StatusDetail(status));
    }

    private static string StatusRule(int status) => status switch
    {
        StatusCodes.Status404NotFound => "route-unknown",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status415UnsupportedMediaType => "media-type-unsupported",
        _ => $"status-{status}",
    };

    private static string StatusDetail(int status) => status switch
    {
        StatusCodes.Status404NotFound => "没有这个地址。",
        StatusCodes.Status405MethodNotAllowed => "这个地址不支持该请求方法。",
        StatusCodes.Status415UnsupportedMediaType => "不支持这种正文类型。数据请求须为 application/json；另有其他类型的，见接口文档。",
        _ => "请求未能完成。",
    };
}
