using System.Text;
using System.Text.Json;
using Campaign.Demo.Input;

namespace Campaign.Demo.Api;

internal sealed record ProblemError(string? Pointer, string? Rule, string? Detail);

/// <summary>RFC 9457, as the platform writes it.</summary>
internal sealed record Problem(string? Type, string? Title, string? Detail, IReadOnlyList<ProblemError>? Errors)
{
    private const int Shown = 10;
    public const string TypePrefix = "urn:campaign:problem:";

    public string? Rule => Type?.StartsWith(TypePrefix, StringComparison.Ordinal) is true ? Type[TypePrefix.Length..] : null;

    /// <summary>Never fails: an answer that is no problem document is shown as it came.</summary>
    public static Problem From(string? mediaType, string text)
    {
        try
        {
            if (mediaType?.Contains("json", StringComparison.Ordinal) is true)
                return JsonSerializer.Deserialize<Problem>(text, Json.Options)!;
        }
        catch (JsonException)
        {
        }
        return new(null, null, text.Length > 300 ? text[..300] + "…" : text, null);
    }

    public override string ToString()
    {
        var text = new StringBuilder(Detail ?? Title ?? "没有说明原因");
        if (Rule is not null) text.Append($"（规则 {Rule}）");
        foreach (var error in (Errors ?? []).Take(Shown)) text.Append($"\n  {error.Pointer}：{error.Detail}（{error.Rule}）");
        if (Errors?.Count > Shown) text.Append($"\n  ……另有 {Errors.Count - Shown} 处");
        return text.ToString();
    }
}

/// <summary>The platform said no.</summary>
internal sealed class Refused(string request, int status, Problem problem) : DemoFailure($"{request} 被拒绝（{status}）：{problem}")
{
    public int Status => status;

    /// <summary>Whether nothing but this rule stands in the way.</summary>
    public bool IsOnly(string rule) => problem.Errors is { Count: > 0 } errors && errors.All(error => error.Rule == rule);

    public string? Rule => problem.Rule;
}
