using Campaign.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging;

/// <summary>死信: an operator looks at what could not be handled and, when the cause is gone, puts it back. Who did is in the log.</summary>
public static partial class DeadLetterEndpoints
{
    public static void MapDeadLetters(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<ServiceName>().Value;
        var letters = app.MapGroup($"/api/operations/{service}/dead-letters").WithConventions().WithTags("Operations");
        letters.MapGet("/", List).Allow(Role.SystemAdministrator).WithSummary("死信队列").Produces<IReadOnlyList<DeadLetterCount>>();
        letters.MapGet("/{queue}", Peek).Allow(Role.SystemAdministrator).WithSummary("查看死信").Produces<IReadOnlyList<DeadLetter>>();
        letters.MapPost("/{queue}/redrive", Redrive).Allow(Role.SystemAdministrator).WithSummary("重新投递死信").Produces<RedrivenDeadLetters>();
    }

    private static async Task<IResult> List(DeadLetterQueue queue, HttpContext http) =>
        TypedResults.Ok<IReadOnlyList<DeadLetterCount>>([new(queue.Name, await queue.Count(http.RequestAborted))]);

    private static async Task<IResult> Peek(
        string queue, int? limit, bool? body, DeadLetterQueue letters, Caller caller, ILogger<DeadLetterQueue> log, HttpContext http)
    {
        if (queue != letters.Name) return QueueUnknown();
        if (body is true) BodiesRead(log, caller.Id, queue);
        return TypedResults.Ok(await letters.Peek(Paging.Limit(limit), body is true, http.RequestAborted));
    }

    private static async Task<IResult> Redrive(
        string queue, RedriveDeadLetters order, DeadLetterQueue letters, Caller caller, ILogger<DeadLetterQueue> log, HttpContext http)
    {
        if (queue != letters.Name) return QueueUnknown();
        var redriven = await letters.Redrive(order.MessageIds?.ToHashSet(StringComparer.OrdinalIgnoreCase), http.RequestAborted);
        Redriven(log, caller.Id, redriven, queue, letters.Origin);
        return TypedResults.Ok(new RedrivenDeadLetters(redriven));
    }

    private static IResult QueueUnknown() => Problems.Of(StatusCodes.Status404NotFound, "dead-letter-queue-unknown", "本服务没有这个死信队列。");

    [LoggerMessage(LogLevel.Warning, "{Caller} redrove {Count} dead letters from {Queue} to {Origin}")]
    private static partial void Redriven(ILogger log, string caller, int count, string queue, string origin);

    [LoggerMessage(LogLevel.Warning, "{Caller} read the bodies of dead letters in {Queue}")]
    private static partial void BodiesRead(ILogger log, string caller, string queue);
}

internal sealed record DeadLetterCount(string Queue, long Messages);

/// <param name="MessageIds">Which; absent for all, up to 1000 per call.</param>
internal sealed record RedriveDeadLetters(IReadOnlyList<string>? MessageIds);

internal sealed record RedrivenDeadLetters(int Redriven);

internal sealed class RedriveDeadLettersValidator : AbstractValidator<RedriveDeadLetters>
{
    public RedriveDeadLettersValidator()
    {
        RuleFor(order => order.MessageIds).AtMost(DeadLetterQueue.MostAtOnce);
        RuleForEach(order => order.MessageIds).NotEmpty().MaximumLength(100);
    }
}
