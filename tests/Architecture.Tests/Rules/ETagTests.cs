using System.Reflection;
using Campaign.Web;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Architecture.Tests;

/// <summary>The document promises an ETag where, and only where, a query writes one.</summary>
public sealed class ETagTests
{
    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void A_query_that_answers_with_a_version_says_so(string name)
    {
        var service = Service.Called(name);
        using var graph = new RuleGraph(service);
        var wrong = from metadata in service.Endpoints().Select(endpoint => endpoint.Metadata)
                    where metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) is true
                    let handler = metadata.GetMetadata<MethodInfo>()
                    where handler?.Module.Assembly == service.Assembly
                    let says = metadata.GetMetadata<VersionedAnswer>() is not null
                    where says != graph.Reaches(handler, nameof(ETags), nameof(ETags.Write))
                    select $"{handler.DeclaringType!.Name}.{handler.Name}";
        wrong.ShouldBeEmpty("WithETag()");
    }
}
