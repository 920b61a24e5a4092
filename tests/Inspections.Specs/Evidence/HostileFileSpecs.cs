using System.Diagnostics;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Evidence;

/// <summary>Whatever bytes come, every reader comes to an end without throwing.</summary>
public sealed class HostileFileSpecs
{
    private static readonly MediaType[] Types = [MediaType.Jpeg, MediaType.Png, MediaType.WebP, MediaType.Heic];

    private static readonly byte[][] Valid =
    [
        .. Fixture.Scenes.Select(Fixture.Read), TinyHeic.Of(4032, 3024, new TinyExif("2024:09:02 08:41:07", null, 117.2, 33.6)),
        (TinyPhoto.Of(1, new TinyExif("2024:09:02 08:41:07")) with { RestartInterval = 3 }).ToJpeg(),
    ];

    [Fact]
    public void Random_bytes_are_no_photo_and_no_crash() => Check(
        from type in Gen.Elements(Types)
        from head in Gen.Elements<byte[]>(
            [], [0xFF, 0xD8, 0xFF, 0xE1], [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8], "RIFF....WEBP"u8.ToArray(), "\0\0\0\0ftypheic"u8.ToArray())
        from body in Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value))
        select (type, (byte[])[.. head, .. body]));

    [Fact]
    public void Broken_photos_are_read_as_far_as_they_go() => Check(
        from valid in Gen.Elements(Valid)
        from length in Gen.Frequency((3, Gen.Constant(valid.Length)), (1, Gen.Choose(0, valid.Length)))
        from hits in Gen.ListOf(
            Gen.Choose(0, valid.Length - 1).Zip(Gen.Frequency((1, Gen.Choose(0, 255)), (1, Gen.Elements(0, 1, 0x7F, 0x80, 0xFF)))))
        select (Sniffing.Sniff(valid).Type!, Mutated(valid, length, hits)));

    /// <summary>Every byte of the headers in turn, at its extremes.</summary>
    [Fact]
    public void No_single_byte_brings_a_reader_down()
    {
        foreach (var valid in Valid.Where(file => file.Length < 2000))
        {
            for (var at = 2; at < Math.Min(valid.Length, 200); at++)
            {
                foreach (var value in (int[])[0, 0xFF]) Read(Sniffing.Sniff(valid).Type!, Mutated(valid, valid.Length, [(at, value)]));
            }
        }
    }

    /// <summary>The same mutations each time: bytes struck, pieces cut out and doubled.</summary>
    [Theory, InlineData("scene.jpg"), InlineData("scene-progressive.jpg"), InlineData("scene-palette.png"),
        InlineData("scene-interlaced-alpha.png"), InlineData("scene.webp")]
    public void Mutated_photos_are_taken_or_refused_within_bounds(string name)
    {
        var (random, valid) = (new Random(20240902), Fixture.Read(name));
        var type = Sniffing.Sniff(valid).Type!;
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        for (var round = 0; round < 300; round++)
        {
            var file = Mutated(
                valid, valid.Length, Enumerable.Range(0, random.Next(8)).Select(_ => (random.Next(valid.Length), random.Next(256))));
            var (from, to) = (random.Next(file.Length), random.Next(file.Length));
            if (round % 3 == 0) file = [.. file[..from], .. file[to..]];
            var before = GC.GetAllocatedBytesForCurrentThread();
            var look = PhotoReader.Read(type, file);
            (look.Facts == PhotoFacts.None).ShouldBe(look.Refusal is not null);
            Recognition.Of(file, default);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 << 20);
        }
        process.Refresh();
        (process.PeakWorkingSet64 - peak).ShouldBeLessThan(2 * PixelLimits.MaxHeldBytes);
    }

    [Fact]
    public void Lengths_of_gigabytes_make_no_room_for_them()
    {
        byte[] huge = [0x7F, 0xFF, 0xFF, 0xC0];
        byte[] webP = [.. "RIFF"u8, .. huge.Reverse(), .. "WEBPEXIF"u8, .. huge.Reverse(), .. new byte[100]];
        byte[] png = [.. Fixture.Read("scene.png")[..33], .. huge, .. "eXIf"u8, .. new byte[100]];
        var before = GC.GetAllocatedBytesForCurrentThread();
        (WebPChunks.Exif(webP), PngChunks.Exif(png)).ShouldBe((Exif.None, Exif.None));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Boxes_in_boxes_in_boxes_come_to_an_end()
    {
        byte[] deep =
            [0, 0, 0, 16, .. "ftypheic"u8, 0, 0, 0, 0, .. Enumerable.Range(0, 100_000).SelectMany(
                i => (byte[])[0, (byte)((100_000 - i) >> 13), (byte)((100_000 - i) >> 5), (byte)((100_000 - i) << 3), .. "iprp"u8])];
        Fixture.Look(deep).Refusal.ShouldBe(EvidenceRules.Unreadable);
    }

    [Fact]
    public void Random_archives_are_no_crash_either() => FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).ToArbitrary(),
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), 18).ToArbitrary(), (body, record) =>
        {
            using var file = new MemoryStream([.. body, .. "PK\u0001\u0002"u8, .. body, .. "PK\u0005\u0006"u8, .. record]);
            return ZipPackage.Sniff(file).Type is null;
        }));

    private static void Check(Gen<(MediaType, byte[])> files) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(files.ToArbitrary(), file => Read(file.Item1, file.Item2)));

    private static void Read(MediaType type, byte[] file)
    {
        _ = Sniffing.Sniff(file);
        PhotoReader.Read(type, file);
        Recognition.Of(file, default);
    }

    private static byte[] Mutated(byte[] valid, int length, IEnumerable<(int At, int Value)> hits)
    {
        var bytes = (byte[])valid.Clone();
        foreach (var (at, value) in hits) bytes[at] = (byte)value;
        return bytes[..length];
    }
}
