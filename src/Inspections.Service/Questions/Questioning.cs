using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Places;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Questions;

/// <summary>A finding's photos beside its claims and beside what was used before → questions. Pure.</summary>
internal sealed record Questioning(PhotographedFinding Case, QuestionSettings Settings)
{
    private const int MaxOthers = 5;

    /// <param name="uses">Where the same or similar pictures are attached, in this finding and others.</param>
    public IReadOnlyList<EvidenceQuestion> Ask(IReadOnlyList<FindingPhoto> photos, IReadOnlyList<PhotoUse> uses) =>
    [
        .. photos
            .SelectMany(photo =>
                new[] { Opened(photo), Time(photo), Place(photo) }.OfType<EvidenceQuestion>().Concat(Reuse(photo, uses)))
            .DistinctBy(question => (question.Photo, question.Kind, question.OtherCaseId)),
    ];

    private static EvidenceQuestion? Opened(FindingPhoto photo) => !photo.IsUnreadable ? null : new(
        photo.Photo, EvidenceQuestionKind.Unreadable, $"{photo.Role.Stage()}照片无法完整打开，文件可能已损坏，请要求重新拍摄或提供原图。", 0);

    private EvidenceQuestion? Time(FindingPhoto photo)
    {
        if (photo.TakenAt is not { } taken) return null;
        var hours = Math.Abs((photo.At - taken).TotalHours);
        if (photo.Role == PhotoRole.After && taken < Case.RecordedAt)
        {
            return new(photo.Photo, EvidenceQuestionKind.TakenBeforeFinding,
                $"整改后照片{Taken(photo)} {Minute(taken)}，早于问题登记时间 {Minute(Case.RecordedAt)}，请核实是否为整改后所拍。",
                Math.Round((Case.RecordedAt - taken).TotalHours, 1));
        }
        var step = photo.Role switch { PhotoRole.After => "整改上报", PhotoRole.Verification => "复核", _ => "登记" };
        return hours <= Settings.Hours ? null : new(photo.Photo, EvidenceQuestionKind.TakenAtOtherTime,
            $"照片{Taken(photo)} {Minute(taken)}，与{step}时间 {Minute(photo.At)} 相差 {Span(hours)}，请核实是否为本次现场照片。", Math.Round(hours, 1));
    }

    private static string Taken(FindingPhoto photo) => photo.IsFileTime ? "的文件时间为" : "拍摄于";

    private EvidenceQuestion? Place(FindingPhoto photo)
    {
        if (photo is not { Longitude: { } longitude, Latitude: { } latitude } || Case is not { Longitude: { } east, Latitude: { } north })
            return null;
        var metres = new Point(longitude, latitude).MetresTo(new(east, north));
        return metres <= Settings.Metres ? null : new(photo.Photo, EvidenceQuestionKind.TakenElsewhere,
            $"照片的拍摄位置距案件地点约 {Length(metres)}，请核实拍摄地点。", Math.Round(metres));
    }

    private IEnumerable<EvidenceQuestion> Reuse(FindingPhoto photo, IReadOnlyList<PhotoUse> uses) => uses
        .Where(use => WasBefore(use, photo))
        .OrderBy(use => use.At)
        .Select(use => use.Photo == photo.Photo ? SameFile(photo, use) : SimilarPicture(photo, use))
        .OfType<EvidenceQuestion>()
        .OrderBy(question => question.Difference)
        .DistinctBy(question => question.OtherCaseId)
        .Take(MaxOthers);

    private bool WasBefore(PhotoUse use, FindingPhoto photo) =>
        use.Finding == Case.Id ? use.Version < photo.Version : use.At <= photo.At && use.At >= photo.At.AddMonths(-Settings.Months);

    private EvidenceQuestion SameFile(FindingPhoto photo, PhotoUse use) => new(
        photo.Photo, EvidenceQuestionKind.SameFile, $"与{Which(use)}照片是同一个文件，请核实是否重复使用。", 0, use.CaseNumber, use.Finding);

    private EvidenceQuestion? SimilarPicture(FindingPhoto photo, PhotoUse use)
    {
        // Several shots of one scene at one time belong together.
        var sameScene = use.Finding == Case.Id && (use.Role.IsLater(), photo.Role.IsLater()) switch
        {
            (true, true) => use.Round == photo.Round,
            (true, false) or (false, true) => false,
            (false, false) => true,
        };
        if (sameScene || photo.Fingerprint is not { } mine || use.Fingerprint is not { } theirs) return null;
        var distance = Fingerprint.Distance(mine, theirs);
        return distance > Settings.SimilarBits ? null : new(photo.Photo, EvidenceQuestionKind.SimilarPicture,
            $"与{Which(use)}照片画面几乎相同，请核实是否重复使用。", distance, use.CaseNumber, use.Finding);
    }

    private string Which(PhotoUse use) => use.Finding == Case.Id
        ? $"本案此前的{use.Role.Stage()}"
        : $"案件 {use.CaseNumber} 的{use.Role.Stage()}";

    private static string Minute(DateTimeOffset at) =>
        ChinaTime.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Span(double hours) => hours >= 48 ? $"{Math.Floor(hours / 24):0} 天" : $"{Math.Floor(hours):0} 小时";

    private static string Length(double metres) => metres >= 1000 ? $"{metres / 1000:0.0} 公里" : $"{metres:0} 米";
}
