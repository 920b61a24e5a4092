using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;

namespace Campaign.Web;

/// <summary>The body that the document shows for a route, where one made from its schema alone would be refused.</summary>
internal sealed record RequestExample(string Json);

public static class RequestExamples
{
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, [StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        route.WithMetadata(new RequestExample(json));
}
