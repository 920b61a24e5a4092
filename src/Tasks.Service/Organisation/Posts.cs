using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Organisation;

/// <summary>What happens to a post.</summary>
internal interface IPostEvent;

/// <summary>职务 registered, or registered anew with other particulars. Names a post, never a person.</summary>
/// <param name="Holder">Only in what was stored before hand-overs had an event of their own.</param>
/// <param name="Fields">Fields of work that a guarantor leader answers for.</param>
/// <param name="Communities">Communities that the holder answers for (双包保).</param>
/// <param name="Effective">First day on which it is so; null in what was stored before changes were dated: the day of At.</param>
internal sealed record PostRegistered(
    string Code, string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string> Fields, IReadOnlyList<string> Communities,
    DateTimeOffset At, DateOnly? Effective = null)
    : IPostEvent
{
    [JsonIgnore]
    public DateOnly Since => Effective ?? ChinaTime.DateOf(At);

    public bool SameAs(PostRegistered other) =>
        Bare() == other.Bare()
        && Fields.SequenceEqual(other.Fields, StringComparer.Ordinal)
        && Communities.SequenceEqual(other.Communities, StringComparer.Ordinal);

    private PostRegistered Bare() => this with { Holder = null, Fields = [], Communities = [], At = default, Effective = null };
}

/// <summary>交接: somebody else holds the post, or nobody.</summary>
/// <param name="Holder">Account that holds it from the day on; null: vacant.</param>
/// <param name="Effective">First day of the new holder.</param>
internal sealed record PostHandedOver(string Code, string? Holder, DateOnly Effective, string? Reason, DateTimeOffset At) : IPostEvent;

/// <summary>组长 · 常务副组长 · 副组长 · 成员 · 办公室主任 · 办公室成员 · 包保领导 · 包片干部 · 讲解员.</summary>
internal enum PostRole
{
    LeadingGroupHead,
    ExecutiveDeputyHead,
    DeputyHead,
    Member,
    OfficeHead,
    OfficeMember,
    Guarantor,
    AreaOfficer,
    Guide,
}

/// <summary>Particulars and holders are each dated on their own: a change of title does not end a term of office.</summary>
internal sealed record Post : IAggregate<Post, IPostEvent>
{
    public static Post Initial { get; } = new();

    public Timeline<PostRegistered> Particulars { get; init; } = Timeline<PostRegistered>.Empty;
    public Timeline<Tenure> Holders { get; init; } = Timeline<Tenure>.Empty;

    public Post Evolve(IPostEvent @event) => @event switch
    {
        PostRegistered e => this with
        {
            Particulars = Particulars.From(e.Since, e),
            Holders = e.Holder is null ? Holders : Holders.From(e.Since, new(e.Holder)),
        },
        PostHandedOver e => this with { Holders = Holders.From(e.Effective, new(e.Holder)) },
    };

    public static StreamId<Post> Stream(string street, string code) => StreamId<Post>.Named(street, $"post/{code}");
}

/// <param name="Holder">Null: vacant.</param>
internal sealed record Tenure(string? Holder);
