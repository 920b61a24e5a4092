using System.Buffers.Binary;
using System.Globalization;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class ExifSpecs
{
    private static readonly TinyExif Full = new("2024:09:02 08:41:07", "+08:00", 117.2, 33.6, 6);
    private static readonly DateTimeOffset Taken = new(2024, 9, 2, 8, 41, 7, TimeSpan.FromHours(8));

    public static TheoryData<string> Files => new("scene.jpg", "scene.png", "scene-palette.png", "scene.webp");

    [Theory, MemberData(nameof(Files))]
    public void Time_and_place_are_read_from_every_make(string name)
    {
        var facts = Fixture.Facts(name);
        facts.TakenAt.ShouldBe(Taken);
        facts.Longitude.ShouldNotBeNull().ShouldBe(117.2, 0.00001);
        facts.Latitude.ShouldNotBeNull().ShouldBe(33 + 36 / 60.0 + 6 / 3600.0, 0.00001);
        (facts.Width, facts.Height).ShouldBe(name == "scene.png" ? (160, 120) : (320, 240));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Either_byte_order_is_read(bool littleEndian) =>
        Exif.Read((Full with { LittleEndian = littleEndian }).ToTiff()).ShouldBe(new Exif(Taken, 117.2, 33.6, 6));

    [Fact]
    public void An_HEIC_file_says_it_in_an_item_of_its_own()
    {
        var facts = Fixture.Facts(TinyHeic.Of(4032, 3024, Full));
        facts.ShouldBe(new PhotoFacts(4032, 3024, Taken, 117.2, 33.6));
    }

    [Fact]
    public void Southern_and_western_places_are_negative() =>
        Exif.Read((Full with { Longitude = -58.5, Latitude = -34.25 }).ToTiff()).ShouldBe(new Exif(Taken, -58.5, -34.25, 6));

    [Theory]
    [InlineData("2024:09:02 08:41:07", null, "2024-09-02T08:41:07+08:00")] // a camera without an offset is in China
    [InlineData("2024:09:02 08:41:07", "???", "2024-09-02T08:41:07+08:00")]
    [InlineData("2024:09:02 08:41:07", "+09:00", "2024-09-02T08:41:07+09:00")]
    [InlineData("2026:11:29 02:00:00", "Z", "2026-11-29T10:00:00+08:00")]
    [InlineData("0000:00:00 00:00:00", "+08:00", null)] // a clock that was never set
    [InlineData("1970:01:01 00:00:00", "+08:00", null)]
    [InlineData("    :  :     :  :  ", null, null)]
    public void A_time_is_one_or_none(string taken, string? offset, string? expected) =>
        Exif.Read(new TinyExif(taken, offset).ToTiff()).TakenAt.ShouldBe(
            expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public void Where_only_the_file_has_a_time_it_is_taken_and_said_so() =>
        Exif.Read(new TinyExif(Offset: "+08:00", Written: "2024:09:02 08:41:07").ToTiff())
            .ShouldBe(new Exif(Taken, null, null, 1, IsFileTime: true));

    [Fact]
    public void The_time_of_taking_goes_before_that_of_the_file() =>
        Exif.Read((Full with { Written = "2025:01:01 00:00:00" }).ToTiff()).ShouldBe(new Exif(Taken, 117.2, 33.6, 6));

    [Fact]
    public void Seconds_that_were_not_measured_are_none() =>
        Exif.Read((Full with { HasSeconds = false }).ToTiff()).ShouldBe(new Exif(Taken, 117.2, 33.6, 6));

    [Fact]
    public void Thousands_of_entries_that_share_one_large_value_take_no_memory()
    {
        var block = new byte[65535];
        "MM\0*\0\0\0\u0008"u8.CopyTo(block);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(8), 5000);
        for (var i = 0; i < 5000; i++)
        {
            var entry = block.AsSpan(10 + 12 * i);
            BinaryPrimitives.WriteUInt16BigEndian(entry, (ushort)i);
            BinaryPrimitives.WriteUInt16BigEndian(entry[2..], 7);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], 65000);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Exif.Read(block).ShouldBe(Exif.None);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_phone_without_a_fix_is_nowhere() => Exif.Read(new TinyExif(Longitude: 0, Latitude: 0).ToTiff()).Longitude.ShouldBeNull();

    [Fact]
    public void A_place_beyond_the_globe_is_nowhere() =>
        Exif.Read(new TinyExif(Longitude: 117.2, Latitude: 90.5).ToTiff()).Latitude.ShouldBeNull();
}
