using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Documents;

/// <summary>The typefaces of the standard, each with the one to take where it is not installed.</summary>
internal static class OfficialFonts
{
    public const string Title = "方正小标宋简体";
    public const string FangSong = "仿宋_GB2312";
    public const string Hei = "黑体";
    public const string Kai = "楷体_GB2312";
    public const string Song = "宋体";

    private static readonly (string Name, string Instead)[] Fallbacks =
        [(Title, "宋体"), (FangSong, "仿宋"), (Hei, "SimHei"), (Kai, "楷体"), (Song, "SimSun")];

    public static RunFonts Run(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };

    public static void DeclareIn(MainDocumentPart main) => main.AddNewPart<FontTablePart>().Fonts = new Fonts(
        Fallbacks.Select(font => new Font(new AltName { Val = font.Instead }) { Name = font.Name }));
}
