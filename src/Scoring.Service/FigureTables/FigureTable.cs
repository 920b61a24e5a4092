using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.FigureTables;

/// <summary>A street's figures, whole and in parts. The parts add up to the whole.</summary>
/// <param name="AsOf">What was so at this moment: the end of the month, or now in one that is running.</param>
/// <param name="AsOfText">The same in words that stand beside the figures.</param>
/// <param name="Total">By the code of the figure.</param>
internal sealed record FigureTable(
    string Month, DateTimeOffset AsOf, string AsOfText, IReadOnlyList<FigureMeaning> Figures,
    IReadOnlyDictionary<string, FigureValue> Total, IReadOnlyList<FigureRow> Rows)
{
    public static FigureTable Of(Month month, FigureSheet sheet, FiguresBy by)
    {
        var (figures, parts) = by switch
        {
            FiguresBy.Subject => (sheet.By(sheet.SubjectOf), sheet.Subjects.Select(s => (Key: s.Code, s.Name))),
            FiguresBy.Category => (sheet.By(sheet.CategoryOf), sheet.Subjects.Select(s => (Key: s.Category, Name: s.Category)).Distinct()),
        };
        return new(
            month.ToString(), sheet.Period.Until, Wording.AsOf(sheet.Period), FigureMeaning.All, sheet.Total,
            [.. parts.Append((Key: FigureSheet.Others, Name: "其他单位及待交办"))
                .Select(part => new FigureRow(part.Key, part.Name, figures(part.Key)))]);
    }
}

internal enum FiguresBy { Subject, Category }

/// <param name="Key">Code of the subject, or the category; empty for all others.</param>
internal sealed record FigureRow(string Key, string Name, IReadOnlyDictionary<string, FigureValue> Values);
