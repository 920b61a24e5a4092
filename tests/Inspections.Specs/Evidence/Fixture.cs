using System.Buffers.Binary;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using SkiaSharp;

namespace Campaign.Inspections.Specs.Evidence;

internal static class Fixture
{
    public static readonly string[] Scenes =
    [
        "scene.jpg", "scene-444.jpg", "scene-grey.jpg", "scene-progressive.jpg", "scene-turned.jpg",
        "scene.png", "scene-palette.png", "scene-grey.png", "scene-16bit.png", "scene-interlaced-alpha.png", "scene.webp",
    ];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Evidence", "Fixtures", name));

    public static PhotoLook Look(byte[] file) => PhotoReader.Read(Sniffing.Sniff(file).Type!, file);

    public static PhotoFacts Facts(byte[] file)
    {
        var look = Look(file);
        look.Refusal.ShouldBeNull();
        return look.Facts;
    }

    public static PhotoFacts Facts(string name) => Facts(Read(name));

    public static long? Known(byte[] file)
    {
        var seen = Recognition.Of(file, default);
        seen.IsReadable.ShouldBeTrue();
        return seen.Fingerprint;
    }

    public static long? Known(string name) => Known(Read(name));

    public static Luminance Picture(byte[] file, int stripBytes = PictureDecoder.StripBytes)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        return PictureDecoder.Decode(codec, default, stripBytes).ShouldNotBeNull();
    }

    /// <summary>The header of a JPEG picture states other measures than it has.</summary>
    public static byte[] Claiming(byte[] jpeg, int width, int height)
    {
        var claiming = (byte[])jpeg.Clone();
        var frame = Math.Max(jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]), jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC2]));
        BinaryPrimitives.WriteUInt16BigEndian(claiming.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(claiming.AsSpan(frame + 7), (ushort)width);
        return claiming;
    }
}
