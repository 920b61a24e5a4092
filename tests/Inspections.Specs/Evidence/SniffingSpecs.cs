using System.IO.Compression;
using System.Text;
using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class SniffingSpecs
{
    private const string Ooxml = "application/vnd.openxmlformats-officedocument.";

    [Theory]
    [InlineData("FFD8FFE000104A4649460001", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("524946461A00000057454250", "image/webp")]
    [InlineData("255044462D312E370A0A0A0A", "application/pdf")]
    [InlineData("504B03041400000008000000", "application/zip")]
    [InlineData("D0CF11E0A1B11AE100000000", "application/x-ole-storage")]
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
    [InlineData("application/ofd", "Doc_0/Document.xml", "OFD.xml")]
    [InlineData(null, "sub/OFD.xml")]
    [InlineData(null, "../OFD.xml")]
    [InlineData(null, "readme.txt")]
    [InlineData(Ooxml + "wordprocessingml.document", "[Content_Types].xml", "word/document.xml")]
    [InlineData(Ooxml + "spreadsheetml.sheet", "[content_types].xml", "XL/Workbook.xml")]
    [InlineData(Ooxml + "presentationml.presentation", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData(null, "word/document.xml")]
    [InlineData(null, "[Content_Types].xml", "xl/workbook.bin")]
    public void An_archive_is_what_its_directory_names(string? expected, params string[] names) =>
        ZipPackage.Sniff(Archive(names, "<Types/>")).Type?.ContentType.ShouldBe(expected);

    [Theory]
    [InlineData("<Types/>", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData("<Types/>", "[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml")]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "[Content_Types].xml", "word/document.xml")]
    [InlineData("application/vnd.ms-office.vbaProject", "[Content_Types].xml", "ppt/presentation.xml", "ppt/harmless.bin")]
    public void What_has_macros_is_refused_by_the_name_of_a_part_or_by_its_type(string types, params string[] names)
    {
        ZipPackage.Sniff(Archive(names, types)).ShouldBe(new Sniffed(null, "含宏的 Office 文档"));
        ZipPackage.Sniff(Archive(names, types, Encoding.Unicode)).ShouldBe(new Sniffed(null, "含宏的 Office 文档"));
    }

    [Fact]
    public void A_list_of_types_that_nobody_can_read_hides_what_it_lists() =>
        ZipPackage.Sniff(Archive(["[Content_Types].xml", "word/document.xml"], new string(' ', 2 << 20))).Type.ShouldBeNull();

    [Theory]
    [InlineData("application/msword", "WordDocument", "1Table")]
    [InlineData("application/vnd.ms-excel", "Workbook")]
    [InlineData("application/vnd.ms-powerpoint", "Current User", "PowerPoint Document")]
    [InlineData(null, "Contents")]
    [InlineData(null, "WordDocument", "Macros")]
    [InlineData(null, "Workbook", "_VBA_PROJECT_CUR")]
    [InlineData(null, "EncryptedPackage", "EncryptionInfo")]
    public void A_compound_file_is_what_its_directory_names(string? expected, params string[] names) =>
        CompoundFile.Sniff(Compound(names)).Type?.ContentType.ShouldBe(expected);

    [Fact]
    public void A_directory_is_followed_through_its_sectors_and_not_for_ever()
    {
        var file = Compound(["WordDocument", "1Table", "2Table", "3Table", "4Table", "Macros"]);
        CompoundFile.Sniff(file).Found.ShouldBe("含宏的 Office 文档", "the name is in the second sector");
        BitConverter.GetBytes(1u).CopyTo(file, 512 + 8);
        CompoundFile.Sniff(file).Type.ShouldBeNull("a chain in a ring");
        CompoundFile.Sniff(file.AsSpan(0, 600)).Type.ShouldBeNull();
    }

    [Fact]
    public void A_presentation_says_itself_that_it_has_macros()
    {
        byte[] atom = [2, 0, 0, 4, 12, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        CompoundFile.Sniff([.. Compound(["PowerPoint Document"]), .. atom]).Type.ShouldBe(MediaType.Ppt);
        atom[12] = 1;
        CompoundFile.Sniff([.. Compound(["PowerPoint Document"]), .. atom]).Type.ShouldBeNull();
    }

    private static MemoryStream Archive(string[] names, string types, Encoding? encoding = null)
    {
        var file = new MemoryStream();
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in names)
        {
            using var content = archive.CreateEntry(name).Open();
            if (!name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) continue;
            content.Write([.. (encoding ?? Encoding.UTF8).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(types)]);
        }
        return file;
    }

    /// <summary>Sectors of 512 bytes: the table, then those of the directory, four names in each.</summary>
    private static byte[] Compound(string[] names)
    {
        var sectors = 1 + ((names.Length + 3) / 4);
        var file = new byte[512 * (1 + sectors)];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(file, 0);
        file[30] = 9;
        BitConverter.GetBytes(1u).CopyTo(file, 48);
        BitConverter.GetBytes(0xFFFFFFFEu).CopyTo(file, 68);
        for (var i = 1; i < 109; i++) BitConverter.GetBytes(0xFFFFFFFFu).CopyTo(file, 76 + (4 * i));
        for (var sector = 1; sector < sectors; sector++)
            BitConverter.GetBytes(sector + 1 < sectors ? (uint)sector + 1 : 0xFFFFFFFE).CopyTo(file, 512 + (4 * sector));
        for (var i = 0; i < names.Length; i++)
        {
            var name = Encoding.Unicode.GetBytes($"{names[i]}\0");
            name.CopyTo(file, 1024 + (128 * i));
            BitConverter.GetBytes((ushort)name.Length).CopyTo(file, 1024 + (128 * i) + 64);
        }
        return file;
    }

    private static byte[] Container(string major, string compatible) =>
        [0, 0, 0, (byte)(16 + compatible.Length), .. Encoding.ASCII.GetBytes($"ftyp{major}"), 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(compatible), .. "moovheic"u8];
}
