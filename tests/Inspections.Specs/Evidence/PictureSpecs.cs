using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class PictureSpecs
{
    public static TheoryData<string> OfOneSize => new("scene.jpg", "scene-444.jpg", "scene-palette.png", "scene.webp");

    public static TheoryData<string> AllScenes => new(Fixture.Scenes);

    [Theory, MemberData(nameof(OfOneSize))]
    public void Two_decoders_that_share_nothing_see_the_same_picture(string name)
    {
        var (seen, half) = (Fixture.Picture(Fixture.Read(name)), Fixture.Picture(Fixture.Read("scene.png")));
        (seen.Width, seen.Height, half.Width, half.Height).ShouldBe((40, 30, 20, 15));
        var differences = from y in Enumerable.Range(0, 15)
                          from x in Enumerable.Range(0, 20)
                          select Math.Abs(seen.Mean(2 * x, 2 * y, 2 * x + 2, 2 * y + 2) - half[x, y]);
        differences.Average().ShouldBeLessThan(2);
        differences.Max().ShouldBeLessThan(16);
    }

    [Theory, MemberData(nameof(AllScenes))]
    public void A_picture_is_recognised_in_every_make_and_size(string name)
    {
        var (mine, theirs) = (Fixture.Known(name), Fixture.Known("scene.jpg"));
        Fingerprint.Distance(mine.ShouldNotBeNull(), theirs.ShouldNotBeNull()).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Another_picture_is_far_from_it()
    {
        var (one, other) = (Fixture.Known("scene.jpg"), Fixture.Known("other.jpg"));
        Fingerprint.Distance(one!.Value, other!.Value).ShouldBeGreaterThan(16);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(5), InlineData(18)]
    public void Every_block_is_read_as_it_was_written(int restartInterval)
    {
        var photo = TinyPhoto.Of(7) with { RestartInterval = restartInterval };
        var picture = Fixture.Picture(photo.ToJpeg());
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++) picture[x, y].ShouldBe(photo.Cells[y, x], $"{x},{y}");
        }
    }

    [Theory, InlineData("scene.png"), InlineData("scene-16bit.png"), InlineData("scene-interlaced-alpha.png")]
    public void A_picture_that_is_decoded_in_strips_is_the_same_picture(string name)
    {
        var (whole, strips) = (
            Fixture.Picture(Fixture.Read(name)),
            Fixture.Picture(Fixture.Read(name), stripBytes: 19 * 4 * Fixture.Facts(name).Width!.Value));
        (strips.Width, strips.Height).ShouldBe((whole.Width, whole.Height));
        foreach (var (x, y) in from y in Enumerable.Range(0, whole.Height) from x in Enumerable.Range(0, whole.Width) select (x, y))
            strips[x, y].ShouldBe(whole[x, y], $"{x},{y}");
    }

    [Fact]
    public void An_even_picture_looks_like_any_other_and_is_not_recognised() =>
        Fixture.Known(new TinyPhoto(new byte[16, 18]).ToJpeg()).ShouldBeNull();

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Turning_a_picture_up_undoes_how_the_camera_was_held(int orientation)
    {
        var stored = new Luminance(3, 2) { [0, 0] = 1, [1, 0] = 2, [2, 0] = 3, [0, 1] = 4, [1, 1] = 5, [2, 1] = 6 };
        var upright = stored.Upright(orientation);
        var rows = Enumerable.Range(0, upright.Height)
            .Select(y => string.Concat(Enumerable.Range(0, upright.Width).Select(x => upright[x, y])));
        string.Join('/', rows).ShouldBe(orientation switch
        {
            1 => "123/456",
            2 => "321/654",
            3 => "654/321",
            4 => "456/123",
            5 => "14/25/36",
            6 => "41/52/63",
            7 => "63/52/41",
            _ => "36/25/14",
        });
    }
}
