using System.Collections.Immutable;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Archives;

/// <summary>What is filed of a brief, by the keys of its items.</summary>
internal sealed record Folder(ImmutableDictionary<string, BriefItemFiled> Filed) : IFacet<Folder>
{
    public static Folder None { get; } = new(ImmutableDictionary<string, BriefItemFiled>.Empty.WithComparers(StringComparer.Ordinal));

    public Folder Evolve(IArchiveEvent @event) => @event switch
    {
        BriefItemFiled e => new(Filed.SetItem(e.Key, e)),
        BriefItemRemoved e => new(Filed.Remove(e.Key)),
    };

    public IFacet Witness(IAssignmentEvent @event) =>
        @event is AssignmentReturned { Items: { } items } ? new Folder(Filed.RemoveRange(items.Select(item => item.Key))) : this;

    public bool Holds(string key, IReadOnlyList<string> documents, string? note) =>
        Filed.TryGetValue(key, out var item) && item.Note == note && item.Documents.SequenceEqual(documents, StringComparer.Ordinal);

    public IReadOnlyList<BriefItem> Missing(Brief? brief) => [.. (brief?.Items ?? []).Where(item => !Filed.ContainsKey(item.Key))];
}
