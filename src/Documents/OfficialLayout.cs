using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Documents;

/// <summary>Paper, lines and paragraphs of GB/T 9704—2012. Lengths are in twentieths of a point, sizes of type in half points.</summary>
internal static class OfficialLayout
{
    public const int TextWidth = 8845; // 156 mm

    private const string Red = "FF0000";
    private const int Line = 580; // 22 lines on 225 mm
    private const int Size2 = 44;
    private const int Size3 = 32;
    private const int Size4 = 28;
    private const int HeadSize = 84;
    private const int HeadWidth = 2 * TextWidth / 20;

    public static Paragraph Body(string text, string font, bool keepWithNext = false) => Paragraph(
        text, font, Size3, JustificationValues.Left, new Indentation { FirstLineChars = 200, FirstLine = Characters(2) }, keepWithNext);

    public static Paragraph Flush(string text, string font) => Paragraph(text, font, Size3, JustificationValues.Left);

    public static Paragraph Centred(string text) => Paragraph(text, OfficialFonts.FangSong, Size3, JustificationValues.Center);

    public static Paragraph Title(string text) =>
        Paragraph(text, OfficialFonts.Title, Size2, JustificationValues.Center, keepWithNext: true);

    public static Paragraph Signed(string text) =>
        Paragraph(text, OfficialFonts.FangSong, Size3, JustificationValues.Right,
            new Indentation { RightChars = 400, Right = Characters(4) });

    public static Paragraph Blank() => Paragraph("", OfficialFonts.FangSong, Size3, JustificationValues.Left);

    /// <summary>On one line, however long the name.</summary>
    public static Paragraph RedHead(string issuer) => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        Run(issuer, OfficialFonts.Title, Math.Min(HeadSize, HeadWidth / Math.Max(1, issuer.Length)), Red));

    /// <summary>The number, and below it the red line as wide as the text.</summary>
    public static Paragraph RedLine(string number) => new(
        new ParagraphProperties(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 16, Space = 11 }),
            Spacing(), new Justification { Val = JustificationValues.Center }),
        Run(number, OfficialFonts.FangSong, Size3));

    public static Paragraph NewPage(string text)
    {
        var paragraph = Flush(text, OfficialFonts.Hei);
        paragraph.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        return paragraph;
    }

    public static Run Run(string text, string font, int size, string? colour = null)
    {
        var properties = new RunProperties(OfficialFonts.Run(font));
        if (colour is not null) properties.Append(new Color { Val = colour });
        properties.Append(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        return new Run(properties, new Text(Printable.Text(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A4, margins, and the page number — 1 — outside at the foot: right on odd pages, left on even ones.</summary>
    public static SectionProperties Section(MainDocumentPart main)
    {
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, JustificationValues.Right) },
            new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, JustificationValues.Left) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474, Header = 851, Footer = 1400, Gutter = 0 });
    }

    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var page = Run("", OfficialFonts.Song, Size4);
        page.RemoveAllChildren<Text>();
        Run Field(FieldCharValues type)
        {
            var run = (Run)page.CloneNode(deep: true);
            run.Append(new FieldChar { FieldCharType = type });
            return run;
        }
        var code = (Run)page.CloneNode(deep: true);
        code.Append(new FieldCode(" PAGE "));
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Indentation { LeftChars = 100, RightChars = 100 }, new Justification { Val = side }),
            Run("— ", OfficialFonts.Song, Size4), Field(FieldCharValues.Begin), code, Field(FieldCharValues.End),
            Run(" —", OfficialFonts.Song, Size4)));
        return main.GetIdOfPart(part);
    }

    private static Paragraph Paragraph(
        string text, string font, int size, JustificationValues side, Indentation? indentation = null, bool keepWithNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepWithNext) properties.Append(new KeepNext());
        properties.Append(Spacing());
        if (indentation is not null) properties.Append(indentation);
        properties.Append(new Justification { Val = side });
        return new Paragraph(properties, Run(text, font, size));
    }

    /// <summary>For programs that do not count in characters.</summary>
    private static string Characters(int count) => (count * Size3 * 10).ToString(CultureInfo.InvariantCulture);

    private static SpacingBetweenLines Spacing() => new()
    {
        Line = Line.ToString(CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Exact,
        Before = "0",
        After = "0",
    };
}
