using System.Text.Json;
using System.Text.Json.Serialization;
using Campaign.Documents;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>
/// Text that cannot be kept (<see cref="WellFormedText"/>) is refused where it comes in: a statement that fails over its arguments can
/// also spoil the next one on its connection, which is another caller's (npgsql#6391).
/// </summary>
public sealed class StorableText : JsonConverter<string>
{
    public const string Rule = "character-invalid";
    public const string Detail = "提交的文字含有不能保存的字符（U+0000 或半个字符），请删去后重新提交。";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text(ref reader)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    /// <summary>The query as well; of path and headers the server itself takes none.</summary>
    public static Task CheckQuery(HttpContext http, RequestDelegate next) =>
        http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true
            ? Problems.Of(StatusCodes.Status400BadRequest, Rule, Detail).ExecuteAsync(http)
            : next(http);

    private static string? Text(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        try
        {
            return Checked(reader.GetString());
        }
        catch (InvalidOperationException) when (isText)
        {
            // Half of a pair, written as an escape, is no text to the reader either.
            throw new JsonRuleException(Rule, Detail);
        }
    }

    private static string? Checked(string? text) =>
        text is null || WellFormedText.Is(text) ? text : throw new JsonRuleException(Rule, Detail);
}
