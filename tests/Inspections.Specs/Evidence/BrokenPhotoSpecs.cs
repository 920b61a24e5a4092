using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

/// <summary>What nobody can open is no evidence.</summary>
public sealed class BrokenPhotoSpecs
{
    private static readonly byte[] Heic = TinyHeic.Of(4032, 3024, new TinyExif("2024:09:02 08:41:07"));

    private static readonly Dictionary<string, byte[]> Broken = new(StringComparer.Ordinal)
    {
        ["the first three bytes of a JPEG"] = [0xFF, 0xD8, 0xFF],
        ["a JPEG that ends within its tables"] = TinyPhoto.Of(7).ToJpeg()[..103],
        ["half a JPEG"] = Half("scene.jpg"),
        ["half a progressive JPEG"] = Half("scene-progressive.jpg"),
        ["a PNG that ends within its header"] = Fixture.Read("scene.png")[..29],
        ["half a PNG"] = Half("scene.png"),
        ["half an interlaced PNG"] = Half("scene-interlaced-alpha.png"),
        ["noise behind the signature of a PNG"] = [.. Fixture.Read("scene.png")[..8], .. TinyPhoto.Of(1).ToJpeg()],
        ["half a WebP"] = Half("scene.webp"),
        ["an HEIC file that ends within its picture"] = Heic[..^20],
        ["an HEIC file without a picture"] = Heic[..24],
    };

    public static TheoryData<string> Names => new(Broken.Keys);

    [Theory, MemberData(nameof(Names))]
    public void A_photo_that_cannot_be_opened_is_refused(string name)
    {
        var refusal = Fixture.Look(Broken[name]).Refusal.ShouldNotBeNull();
        refusal.Rule.ShouldBe("evidence-unreadable");
        refusal.Detail.ShouldStartWith("照片无法打开");
    }

    [Fact]
    public void A_photo_without_its_last_two_bytes_is_opened_by_every_viewer() =>
        Fingerprint.Distance(
            Fixture.Facts(Fixture.Read("scene.jpg")[..^2]).Fingerprint!.Value, Fixture.Facts("scene.jpg").Fingerprint!.Value)
                .ShouldBeLessThanOrEqualTo(2);

    [Theory, InlineData("scene.jpg"), InlineData("scene.png"), InlineData("scene.webp")]
    public void What_follows_the_end_is_the_cameras_own_business(string name) =>
        Fixture.Facts([.. Fixture.Read(name), .. new byte[1000]]).ShouldBe(Fixture.Facts(name));

    private static byte[] Half(string name) => Fixture.Read(name)[..(Fixture.Read(name).Length / 2)];
}
