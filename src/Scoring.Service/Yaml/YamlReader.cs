using System.Buffers;
using System.Text.Json;
using Campaign.Documents;
using Campaign.Web;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Campaign.Scoring.Yaml;

/// <summary>
/// Writes JSON as the parser comes upon the nodes. What a document of fields, lists and values can do without is refused:
/// anchors (a few lines of which can stand for gigabytes), tags, several documents, a field given twice.
/// </summary>
internal sealed class YamlReader(string text)
{
    private readonly Parser parser = new(new StringReader(text));

    public YamlDocument Document()
    {
        var written = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(written);
        Next();
        if (Next() is not DocumentStart start) throw Unreadable("", new Mark(0, 1, 1), "yaml-empty", "文档是空的。");
        var node = Next();
        var root = YamlPlace.Root(node.Start);
        if (node is Scalar { Style: ScalarStyle.Plain } scalar && YamlScalar.IsNull(scalar.Value))
            throw Unreadable("", start.Start, "yaml-empty", "文档是空的。");
        Write(node, root, json, depth: 1);
        Next();
        if (Next() is DocumentStart second) throw Unreadable("", second.Start, "yaml-several-documents", "只能有一个文档，不能用 --- 分成几个。");
        json.Flush();
        return new(written.WrittenMemory, root);
    }

    private void Write(ParsingEvent node, YamlPlace at, Utf8JsonWriter json, int depth)
    {
        RefuseExtras(node, at);
        if (depth > YamlDocument.MaxDepth) throw Unreadable(at.Pointer, node.Start, "yaml-too-deep", $"嵌套不能超过 {YamlDocument.MaxDepth} 层。");
        switch (node)
        {
            case MappingStart: Fields(at, json, depth); break;
            case SequenceStart: Entries(at, json, depth); break;
            case Scalar scalar when !YamlScalar.TryWrite(scalar, json):
                throw Unreadable(at.Pointer, node.Start, "yaml-number-invalid", "数字须写成十进制；若是文字，请加引号。");
        }
    }

    private void Fields(YamlPlace at, Utf8JsonWriter json, int depth)
    {
        json.WriteStartObject();
        while (Next() is var name and not MappingEnd)
        {
            RefuseExtras(name, at);
            if (name is not Scalar { Value: var field }) throw Unreadable(at.Pointer, name.Start, "yaml-key-invalid", "字段名须为文字。");
            if (at.Add(field, name.Start) is not { } place)
                throw Unreadable(at.PointerTo(field), name.Start, "field-twice", "这个字段前面已经写过。");
            json.WritePropertyName(field);
            Write(Next(), place, json, depth + 1);
        }
        json.WriteEndObject();
    }

    private void Entries(YamlPlace at, Utf8JsonWriter json, int depth)
    {
        json.WriteStartArray();
        for (var index = 0; Next() is var node and not SequenceEnd; index++) Write(node, at.Add(index, node.Start), json, depth + 1);
        json.WriteEndArray();
    }

    private static void RefuseExtras(ParsingEvent node, YamlPlace at)
    {
        if (node is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw Unreadable(at.Pointer, node.Start, "yaml-anchor", "不能使用锚点（&）和别名（*），请把内容写全。");
        if (node is NodeEvent { Tag.IsEmpty: false }) throw Unreadable(at.Pointer, node.Start, "yaml-tag", "不能使用标签（!）。");
        // Neither JSON nor PostgreSQL has a way to keep it.
        if (node is Scalar { Value: var text } && !WellFormedText.Is(text))
            throw Unreadable(at.Pointer, node.Start, "yaml-character-invalid", "文字中不能有空字符（U+0000）或半个字符。");
    }

    private ParsingEvent Next()
    {
        try
        {
            if (parser.MoveNext()) return parser.Current!;
        }
        catch (YamlException e)
        {
            throw Invalid(e.Start);
        }
        // Not all that the parser stumbles over does it call by that name: \UFFFFFFFF, a stream of ends only.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Invalid(parser.Current?.End ?? new Mark(0, 1, 1));
        }
        throw Invalid(new Mark(0, 1, 1));
    }

    private static UnreadableBodyException Invalid(Mark mark) =>
        Unreadable("", mark, "yaml-invalid", "不符合 YAML 语法。请检查缩进（只用空格）、引号和括号；冒号须用半角，后面空一格。");

    private static UnreadableBodyException Unreadable(string pointer, Mark mark, string rule, string detail) =>
        new(new FieldError(pointer, rule, detail).At((int)mark.Line, (int)mark.Column));
}
