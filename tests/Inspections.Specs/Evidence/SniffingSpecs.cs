using System.IO.Compression;
using System.Text;
using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class SniffingSpecs
{
    [Theory]
    [InlineData("FFD8FFE000104A4649460001", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("524946461A00000057454250", "image/webp")]
    [InlineData("255044462D312E370A0A0A0A", "application/pdf")]
    [InlineData("504B03041400000008000000", "application/ofd")]
    public void A_file_is_what_its_first_bytes_say(string start, string type) =>
        Sniffing.Sniff(Convert.FromHexString(start)).Type!.ContentType.ShouldBe(type);

    [Theory]
    [InlineData("heic", "mif1heic", "image/heic")]
    [InlineData("mif1", "mif1heix", "image/heic")]
    [InlineData("isom", "isomiso2avc1mp41", "video/mp4")]
    [InlineData("mp42", "", "video/mp4")]
    public void A_media_container_is_told_by_its_brands(string major, string compatible, string type) =>
        Sniffing.Sniff(Container(major, compatible)).Type!.ContentType.ShouldBe(type);

    [Theory]
    [InlineData("", "空文件")]
    [InlineData("474946383961010001000000", "GIF 图片")]
    [InlineData("49492A000800000000000000", "TIFF 图片")]
    [InlineData("D0CF11E0A1B11AE100000000", "旧版 Office 文档")]
    [InlineData("3C68746D6C3E0000000000", "网页或 XML 文本")]
    [InlineData("4D5A90000300000004000000", "可执行程序")]
    [InlineData("0102030405060708090A0B0C", "无法识别的文件")]
    public void What_is_not_taken_is_called_by_its_name(string start, string found) =>
        Sniffing.Sniff(Convert.FromHexString(start)).ShouldBe(new Sniffed(null, found));

    [Theory]
    [InlineData("avif", "avifmif1miaf", "AVIF 图片")]
    [InlineData("qt  ", "qt  ", "QuickTime 视频")]
    [InlineData("3gp4", "3gp4", "无法识别的文件")]
    public void So_are_media_of_other_brands(string major, string compatible, string found) =>
        Sniffing.Sniff(Container(major, compatible)).ShouldBe(new Sniffed(null, found));

    [Theory]
    [InlineData(true, "Doc_0/Document.xml", "OFD.xml")]
    [InlineData(false, "[Content_Types].xml", "word/document.xml")]
    [InlineData(false, "sub/OFD.xml")]
    [InlineData(false, "../OFD.xml")]
    public void An_archive_is_OFD_by_the_name_at_its_root(bool expected, params string[] names)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names) archive.CreateEntry(name);
        }
        OfdPackage.Is(file).ShouldBe(expected);
    }

    private static byte[] Container(string major, string compatible) =>
        [0, 0, 0, (byte)(16 + compatible.Length), .. Encoding.ASCII.GetBytes($"ftyp{major}"), 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(compatible), .. "moovheic"u8];
}
