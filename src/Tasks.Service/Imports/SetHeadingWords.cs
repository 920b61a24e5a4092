using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Imports;

/// <summary>表头用词: what this office writes for the headings of the ledger, the census, a plan or a score sheet.</summary>
internal sealed record HeadingWords(IReadOnlyList<HeadingWord> Words) : IAggregate<HeadingWords, IHeadingWordsEvent>
{
    public static HeadingWords Initial { get; } = new([]);

    public IEnumerable<(string Heading, string Word)> Pairs => Words.Select(word => (word.Heading, word.Word));

    public HeadingWords Evolve(IHeadingWordsEvent @event) => @event switch
    {
        HeadingWordsSet e => new(e.Words),
    };

    public static StreamId<HeadingWords> Stream(string street) => StreamId<HeadingWords>.Named(street, "heading-words");
}

internal sealed record SetHeadingWords(IReadOnlyList<HeadingWord> Words, DateTimeOffset Now)
{
    public Decision Decide(HeadingWords known) =>
        known.Words.SequenceEqual(Words) ? Decision.Nothing : Decision.Of(new HeadingWordsSet(Words, Now));
}

internal static class HeadingWordsEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        Role[] offices = [Role.StreetOffice, Role.DistrictOffice, Role.Administrator];
        var words = street.MapGroup("/heading-words").WithTags("HeadingWords");
        words.MapGet("/", Get).Allow(offices).WithSummary("表头用词").Produces<HeadingList>().WithETag();
        words.MapPut("/", Put).Allow(offices).WithSummary("设置表头用词").Produces<VersionedResult>()
            .WithExample(
                """
                { "headings": [{ "heading": "责任单位", "words": ["承办部门", "包干单位"] }] }
                """);
    }

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (known, version) = await store.Load(HeadingWords.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(new HeadingList(
        [
            .. known.Words.GroupBy(word => word.Heading, StringComparer.Ordinal)
                .Select(words => new HeadingEntry(words.Key, [.. words.Select(word => word.Word)])),
        ]));
    }

    private static Task<IResult> Put(string street, HeadingList body, Commands commands) => commands.Run(
        HeadingWords.Stream(street), new SetHeadingWords([.. body.Words()], commands.Now).Decide);
}

/// <param name="Heading">As the platform calls it: 责任单位.</param>
/// <param name="Words">As the office writes it: 承办部门.</param>
internal sealed record HeadingEntry(string Heading, IReadOnlyList<string> Words);

internal sealed record HeadingList(IReadOnlyList<HeadingEntry> Headings)
{
    private const int MaxHeadings = 100;
    private const int MaxWords = 20;
    private const int MaxLength = 30;

    public IEnumerable<HeadingWord> Words() =>
        from entry in Headings from word in entry.Words select new HeadingWord(entry.Heading.Trim(), word.Trim());

    internal sealed class Validator : AbstractValidator<HeadingList>
    {
        public Validator()
        {
            RuleFor(x => x.Headings).NotNull().AtMost(MaxHeadings);
            RuleForEach(x => x.Headings).NotNull().ChildRules(entry =>
            {
                entry.RuleFor(x => x.Heading).NotEmpty().MaximumLength(MaxLength);
                entry.RuleFor(x => x.Words).NotEmpty().AtMost(MaxWords);
                entry.RuleForEach(x => x.Words).NotEmpty().MaximumLength(MaxLength);
            });
            RuleFor(x => x.Headings).Must(IsClear).When(x => x.Headings is not null)
                .WithErrorCode("heading-word-twice").WithMessage("同一个表头用词不能对应两列，也不能与另一列的标准表头相同。");
        }

        private static bool IsClear(IReadOnlyList<HeadingEntry> headings)
        {
            static string Plain(string written) => Campaign.Documents.Headings.Plain(written);
            var entries = headings.Where(entry => entry is { Heading: not null, Words: not null }).ToList();
            var written = entries.SelectMany(entry => entry.Words.OfType<string>().Select(Plain)).ToList();
            return written.Distinct(StringComparer.Ordinal).Count() == written.Count
                && !entries.Select(entry => Plain(entry.Heading)).Intersect(written, StringComparer.Ordinal).Any();
        }
    }
}
