using Microsoft.AspNetCore.Builder;

namespace Campaign.Web;

/// <summary>Metadata of a query that answers with the version of what it shows as ETag, to be sent back as <c>If-Match</c>.</summary>
internal sealed class VersionedAnswer
{
    public static readonly VersionedAnswer Instance = new();
}

public static class VersionedAnswers
{
    /// <summary>Says in the document that the answer has an ETag; commands have one anyway.</summary>
    public static RouteHandlerBuilder WithETag(this RouteHandlerBuilder route) => route.WithMetadata(VersionedAnswer.Instance);
}
