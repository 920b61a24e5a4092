using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Bulletins;

/// <summary>文头: what a street's bulletins say besides their month.</summary>
/// <param name="Issuer">发文机关标志, in red.</param>
/// <param name="NumberPrefix">发文机关代字: 南创卫办 in 南创卫办〔2024〕9号.</param>
/// <param name="Addressee">主送机关.</param>
/// <param name="Signature">发文机关署名.</param>
internal sealed record Letterhead(string Issuer, string NumberPrefix, string Addressee, string Signature)
{
    /// <summary>Until the street has set its own.</summary>
    public static Letterhead Usual(string streetName) => new(
        $"{streetName}创建国家卫生城市工作领导小组办公室文件", $"{streetName}创卫通报", "各社区居委会、机关各部门、辖区各单位",
        $"{streetName}创建国家卫生城市工作领导小组办公室");

    public string DocumentNumber(int year, int number) => $"{NumberPrefix}〔{year}〕{number}号";
}

/// <summary>The events of a street's letterhead.</summary>
internal interface ILetterheadEvent;

/// <summary>The letterhead of the bulletins to come; those that are out keep theirs.</summary>
internal sealed record LetterheadSet(Stored.Letterhead Letterhead, DateTimeOffset At) : ILetterheadEvent;

internal sealed record LetterheadState : IAggregate<LetterheadState, ILetterheadEvent>
{
    public static LetterheadState Initial { get; } = new();

    public Letterhead? Letterhead { get; init; }

    public LetterheadState Evolve(ILetterheadEvent @event) => @event switch
    {
        LetterheadSet e => this with { Letterhead = e.Letterhead.ToLetterhead() },
    };

    public static StreamId<LetterheadState> Stream(string street) => StreamId<LetterheadState>.Named(street, "letterhead");
}

internal sealed class LetterheadProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not LetterheadSet e) return;
        sql.Add(
            """
            INSERT INTO letterheads (street, version, letterhead) VALUES ($1, $2, $3::jsonb)
            ON CONFLICT (street) DO UPDATE SET version = $2, letterhead = $3::jsonb
            """,
            @event.Stream.Tenant, @event.Version, StoredJson.Write(e.Letterhead.ToLetterhead()));
    }
}
