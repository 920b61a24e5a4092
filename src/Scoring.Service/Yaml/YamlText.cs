using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Campaign.Scoring.Yaml;

/// <summary>JSON as YAML that people edit, and that says the same to whoever reads it, whatever version of YAML they know.</summary>
internal static class YamlText
{
    private static readonly EmitterSettings Settings = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false,
        indentSequences: true, newLine: "\n");

    // To a reader of YAML 1.1 these are true and false.
    private static readonly HashSet<string> Norwegian = new(["y", "yes", "n", "no", "on", "off"], StringComparer.OrdinalIgnoreCase);

    /// <param name="heading">One line, above the rest.</param>
    public static string Of(JsonElement value, string heading)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"# {heading}");
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(value, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(JsonElement value, Emitter emitter)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteFields(value, emitter); break;
            case JsonValueKind.Array: WriteEntries(value, emitter); break;
            case JsonValueKind.String: emitter.Emit(Text(value.GetString()!)); break;
            default: emitter.Emit(Scalar(value.GetRawText(), ScalarStyle.Plain)); break;
        }
    }

    private static void WriteFields(JsonElement fields, Emitter emitter)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        foreach (var field in fields.EnumerateObject())
        {
            emitter.Emit(Text(field.Name));
            Write(field.Value, emitter);
        }
        emitter.Emit(new MappingEnd());
    }

    /// <summary>Values in one line, anything larger below each other.</summary>
    private static void WriteEntries(JsonElement entries, Emitter emitter)
    {
        var large = entries.EnumerateArray().Any(entry => entry.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
        emitter.Emit(
            new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, large ? SequenceStyle.Block : SequenceStyle.Flow));
        foreach (var entry in entries.EnumerateArray()) Write(entry, emitter);
        emitter.Emit(new SequenceEnd());
    }

    private static Scalar Text(string text) => Scalar(text, IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted);

    /// <summary>Words and Chinese punctuation; whatever else could mean something to YAML is quoted.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && YamlScalar.IsText(text) && !Norwegian.Contains(text)
        && text.All(c => char.IsLetterOrDigit(c) || "（）《》〔〕“”、，。；：％—·-_.".Contains(c, StringComparison.Ordinal));

    private static Scalar Scalar(string text, ScalarStyle style) =>
        new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);
}
