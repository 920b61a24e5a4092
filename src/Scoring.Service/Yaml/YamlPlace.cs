using System.Globalization;
using Campaign.Web;
using YamlDotNet.Core;

namespace Campaign.Scoring.Yaml;

/// <summary>Where each field and each entry of a list stands in a document. A tree, so that long names are kept once.</summary>
internal sealed class YamlPlace : IBodyNotation
{
    private readonly YamlPlace? parent;
    private readonly string segment;

    // As the fields themselves are found.
    private Dictionary<string, YamlPlace>? children;

    private YamlPlace(YamlPlace? parent, string segment, Mark mark) =>
        (this.parent, this.segment, Line, Column) = (parent, segment, (int)mark.Line, (int)mark.Column);

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1, in UTF-16 units.</summary>
    public int Column { get; }

    public string WrongType => "值的类型不对；像数字的文字须加引号。";

    /// <summary>RFC 6901.</summary>
    public string Pointer => parent?.PointerTo(segment) ?? "";

    internal string PointerTo(string field) => $"{Pointer}/{JsonPointer.Escape(field)}";

    internal static YamlPlace Root(Mark mark) => new(null, "", mark);

    /// <summary>Null when that field is there already.</summary>
    internal YamlPlace? Add(string field, Mark mark)
    {
        var place = new YamlPlace(this, field, mark);
        children ??= new(StringComparer.OrdinalIgnoreCase);
        return children.TryAdd(field, place) ? place : null;
    }

    internal YamlPlace Add(int index, Mark mark) => Add(index.ToString(CultureInfo.InvariantCulture), mark)!;

    /// <inheritdoc/>
    public FieldError Locate(FieldError error)
    {
        if (error.Line is not null) return error;
        var at = Nearest(error.Pointer);
        return error.At(at.Line, at.Column);
    }

    private YamlPlace Nearest(string pointer)
    {
        var at = this;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            if (at.children?.GetValueOrDefault(JsonPointer.Unescape(part)) is not { } child) break;
            at = child;
        }
        return at;
    }
}
