using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Archives;

/// <summary>
/// 归档: one item, by the unit that leads or one that helps. An archive shows it with documents; a point may say it in words.
/// </summary>
internal sealed record FileItem(Caller By, string Key, IReadOnlyList<string> Documents, string? Note, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.UnitOf(By) is null => AssignmentRules.NotYourUnit,
        _ when assignment.Brief?.Asks(Key) != true => AssignmentRules.ItemUnknown,
        _ when assignment.Facet<Folder>().Holds(Key, Documents, Note) => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        { Kind: AssignmentKind.Archive } when Documents.Count == 0 => ArchiveRules.DocumentsMissing,
        _ when Documents.Count == 0 && string.IsNullOrWhiteSpace(Note) => ArchiveRules.ItemEmpty,
        _ => Decision.Of(new BriefItemFiled(assignment.UnitOf(By)!, Key, Documents, Note, Now)),
    };
}

/// <summary>撤下, while nobody has been asked to review it.</summary>
internal sealed record RemoveItem(Caller By, string Key, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.UnitOf(By) is null => AssignmentRules.NotYourUnit,
        _ when assignment.Brief?.Asks(Key) != true => AssignmentRules.ItemUnknown,
        _ when !assignment.Facet<Folder>().Filed.ContainsKey(Key) => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        _ => Decision.Of(new BriefItemRemoved(assignment.UnitOf(By)!, Key, Now)),
    };
}

internal static class FileItemEndpoints
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapPut("/{id:guid}/items/{**key}", Put).Allow(Audience.Doers)
            .WithName("FileItem").WithSummary("归档一项").Produces<VersionedResult>();
        assignments.MapDelete("/{id:guid}/items/{**key}", Delete).Allow(Audience.Doers)
            .WithName("RemoveItem").WithSummary("撤下一项").Produces<VersionedResult>();
    }

    private static Task<IResult> Put(string street, Guid id, string key, FiledItem body, Caller caller, Commands commands) =>
        commands.Run(
        Assignment.Stream(street, id), new FileItem(caller, KeyOf(key), body.Documents ?? [], body.Note, commands.Now).Decide);

    private static Task<IResult> Delete(string street, Guid id, string key, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new RemoveItem(caller, KeyOf(key), commands.Now).Decide);

    /// <summary>A client may encode the slash of a key; the server leaves just that one encoded.</summary>
    private static string KeyOf(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Documents">SHA-256 of each document, as it was stored as evidence.</param>
internal sealed record FiledItem(IReadOnlyList<string>? Documents, string? Note)
{
    internal sealed class Validator : AbstractValidator<FiledItem>
    {
        public Validator()
        {
            RuleFor(x => x.Documents).AreDocuments();
            RuleFor(x => x.Note).MaximumLength(2000);
        }
    }
}
