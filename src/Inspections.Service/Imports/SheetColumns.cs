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

    /// <summary>Without these there is no finding; the others may be missing.</summary>
    public static readonly IReadOnlyList<string> Required = [Id, RecordedAt, Category];

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
