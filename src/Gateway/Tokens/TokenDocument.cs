using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Gateway.Tokens;

/// <summary>
/// What <c>/connect/token</c> takes and answers, which OpenIddict does without a handler: a form, a token, an error of RFC 6749 §5.2.
/// </summary>
internal static class TokenDocument
{
    private const string Scheme = "client";

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = Content(
                MediaTypeNames.Application.FormUrlEncoded,
                Object(
                    ["grant_type"],
                    ("grant_type", "固定为 client_credentials"), ("client_id", "客户端编号；也可用 Basic 认证给出"),
                    ("client_secret", "客户端密钥；也可用 Basic 认证给出")),
                new JsonObject
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = "hotline-12345",
                    ["client_secret"] = "（管理员给出的密钥）",
                }),
        };
        var token = Object(["access_token", "token_type", "expires_in"], ("access_token", "访问令牌（JWT）"), ("token_type", "固定为 Bearer"));
        token.Properties!["expires_in"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "有效的秒数" };
        var error = Object(["error"], ("error", "错误代码，如 invalid_client"), ("error_description", "说明"));
        operation.Responses = new OpenApiResponses
        {
            ["200"] = Answer(
                "令牌", token, new JsonObject { ["access_token"] = "eyJhbGciOi…", ["token_type"] = "Bearer", ["expires_in"] = 3600 }),
            ["400"] = Answer("请求不符合 OAuth 2.0", error, new JsonObject { ["error"] = "unsupported_grant_type" }),
            ["401"] = Answer("客户端编号或密钥不正确，或已停用", error, new JsonObject { ["error"] = "invalid_client" }),
        };
        context.Document!.AddComponent(
            Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "机器客户端的编号和密钥。" });
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] },
            new OpenApiSecurityRequirement(),
        ];
        return Task.CompletedTask;
    }

    private static OpenApiSchema Object(string[] required, params (string Name, string Description)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Required = required.ToHashSet(StringComparer.Ordinal),
        Properties = fields.ToDictionary(
            field => field.Name,
            IOpenApiSchema (field) => new OpenApiSchema { Type = JsonSchemaType.String, Description = field.Description },
            StringComparer.Ordinal),
    };

    private static OpenApiResponse Answer(string description, OpenApiSchema schema, JsonObject example) =>
        new() { Description = description, Content = Content(MediaTypeNames.Application.Json, schema, example) };

    private static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiSchema schema, JsonObject example) =>
        new(StringComparer.Ordinal) { [type] = new() { Schema = schema, Example = example } };
}
