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
        ["a JPEG without the two bytes that end it"] = Fixture.Read("scene.jpg")[..^2],
        ["a JPEG whose preview alone is whole"] =
            [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x06, 0xFF, 0xD9, 0xFF, 0xD9, .. Half("scene.jpg")[2..]],
        ["a JPEG without a picture"] = [0xFF, 0xD8, 0xFF, 0xD9],
        ["a JPEG of no height"] = Fixture.Claiming(Fixture.Read("scene.jpg"), 320, 0),
        ["half a progressive JPEG"] = Half("scene-progressive.jpg"),
        ["a PNG that ends within its header"] = Fixture.Read("scene.png")[..29],
        ["half a PNG"] = Half("scene.png"),
        ["half an interlaced PNG"] = Half("scene-interlaced-alpha.png"),
        ["noise behind the signature of a PNG"] = [.. Fixture.Read("scene.png")[..8], .. TinyPhoto.Of(1).ToJpeg()],
        ["half a WebP"] = Half("scene.webp"),
        ["an HEIC file that ends within its picture"] = Heic[..^20],
        ["an HEIC file that ends before its picture"] = Heic[..Heic.AsSpan().LastIndexOf("mdat"u8)][..^4],
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

    /// <summary>Whole by what stands around the picture, and yet no picture.</summary>
    [Theory, InlineData("scene.jpg"), InlineData("scene.png"), InlineData("scene-interlaced-alpha.png"), InlineData("scene.webp")]
    public void What_shows_only_when_the_picture_is_opened_is_taken_and_then_known_to_be_unreadable(string name)
    {
        var photo = WithoutPicture(name);
        Fixture.Look(photo).Refusal.ShouldBeNull();
        Fixture.Look(photo).AwaitsRecognition.ShouldBeTrue();
        Recognition.Of(photo, default).ShouldBe(Recognition.Unreadable);
    }

    /// <summary>An end may be put to a picture anywhere: a decoder paints the rest grey, or leaves it blurred.</summary>
    [Theory]
    [InlineData("scene.jpg", 0.1), InlineData("scene.jpg", 0.5), InlineData("scene.jpg", 0.9)]
    [InlineData("scene-444.jpg", 0.5), InlineData("scene-grey.jpg", 0.5)]
    [InlineData("scene-progressive.jpg", 0.3), InlineData("scene-progressive.jpg", 0.5)]
    public void A_part_of_a_JPEG_with_an_end_put_to_it_is_no_picture(string name, double part)
    {
        var photo = Fixture.Read(name);
        byte[] ended = [.. photo[..(int)(photo.Length * part)], 0xFF, 0xD9];

        Recognition.Of(ended, default).ShouldBe(Recognition.Unreadable);
    }

    [Theory, InlineData(0), InlineData(5)]
    public void So_is_one_with_restart_markers(int restartInterval)
    {
        var photo = (TinyPhoto.Of(7) with { RestartInterval = restartInterval }).ToJpeg();
        Recognition.Of([.. photo[..^90], 0xFF, 0xD9], default).ShouldBe(Recognition.Unreadable);
    }

    [Theory, MemberData(nameof(Names))]
    public void What_was_refused_is_no_picture_later_either(string name) =>
        Recognition.Of(Broken[name], default).ShouldBe(Recognition.Unreadable);

    [Theory, InlineData("scene.jpg"), InlineData("scene.png"), InlineData("scene.webp")]
    public void What_follows_the_end_is_the_cameras_own_business(string name) =>
        Fixture.Known([.. Fixture.Read(name), .. new byte[1000]]).ShouldBe(Fixture.Known(name).ShouldNotBeNull());

    private static byte[] WithoutPicture(string name)
    {
        var photo = Fixture.Read(name);
        if (name.EndsWith(".jpg", StringComparison.Ordinal))
        {
            const byte unused = 3;
            photo[photo.AsSpan().IndexOf([(byte)0xFF, (byte)0xDB]) + 4] = unused; // the number of the table that the picture needs
            return photo;
        }
        var data = name.EndsWith(".png", StringComparison.Ordinal) ? "IDAT"u8 : "VP8 "u8;
        photo.AsSpan(photo.AsSpan().IndexOf(data) + 12, 200).Clear();
        return photo;
    }

    private static byte[] Half(string name) => Fixture.Read(name)[..(Fixture.Read(name).Length / 2)];
}
