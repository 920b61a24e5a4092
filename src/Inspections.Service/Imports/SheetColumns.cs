using Campaign.Documents;

namespace Campaign.Inspections.Imports;

/// <summary>The headings of an old ledger as a sheet.</summary>
internal static class SheetColumns
{
    public const string Id = "编号";
    public const string RecordedAt = "登记时间";
    public const string Category = "类别";
    public const string Community = "社区";
    public const string Address = "地址";
    public const string Longitude = "经度";
    public const string Latitude = "纬度";
    public const string Description = "问题描述";
    public const string Severity = "严重程度";
    public const string Unit = "责任单位";
    public const string RoutedAt = "交办时间";
    public const string Due = "期限";
    public const string AcceptedAt = "签收时间";
    public const string ReportedAt = "整改时间";
    public const string ReviewedAt = "复核时间";
    public const string Result = "复核结果";
    public const string StruckOffAt = "销号时间";
    public const string Note = "备注";

    /// <summary>Without the first three there is no finding; the others may be missing.</summary>
    public static readonly Headings Headings = new(
        [Id, RecordedAt, Category],
        [
            Community, Address, Longitude, Latitude, Description, Severity, Unit, RoutedAt, Due, AcceptedAt, ReportedAt, ReviewedAt, Result,
            StruckOffAt, Note,
        ])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Id] = ["案件编号", "问题编号", "台账编号"],
            [RecordedAt] = ["登记日期", "发现时间", "发现日期", "检查时间", "检查日期"],
            [Category] = ["问题类别", "问题类型"],
            [Community] = ["所属社区", "所在社区", "社区名称"],
            [Address] = ["地点", "位置", "具体地址", "详细地址", "问题地点", "问题位置", "点位"],
            [Description] = ["问题", "问题内容", "存在问题", "具体问题"],
            [Unit] = ["责任部门", "整改单位", "整改责任单位"],
            [RoutedAt] = ["交办日期"],
            [Due] = ["整改期限", "整改时限", "办理期限", "完成时限"],
            [AcceptedAt] = ["签收日期"],
            [ReportedAt] = ["整改日期", "整改完成时间", "完成时间"],
            [ReviewedAt] = ["复核日期", "复查时间", "复查日期"],
            [Result] = ["复查结果"],
            [StruckOffAt] = ["销号日期"],
        },
    };

    public static string OfField(string field) => field switch
    {
        "unit" => Unit,
        "category" => Category,
        "lon" => Longitude,
        "lat" => Latitude,
        "address" => Address,
        "community" => Community,
        "description" => Description,
        "severity" => Severity,
        _ => Id,
    };
}
