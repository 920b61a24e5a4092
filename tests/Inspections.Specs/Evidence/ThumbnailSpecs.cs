using Campaign.Inspections.Evidence.Photos;
using SkiaSharp;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class ThumbnailSpecs
{
    public static TheoryData<string> Scenes => new("scene.jpg", "scene.png", "scene.webp", "scene-palette.png");

    [Theory, MemberData(nameof(Scenes))]
    public void A_photo_in_small_has_the_width_asked_for_and_the_same_picture(string name)
    {
        var file = Fixture.Read(name);
        using var small = Small(file, 160);
        using var whole = SKBitmap.Decode(file);
        (small.Width, small.Height).ShouldBe((160, 120));
        foreach (var (x, y) in from x in new[] { 20, 80, 140 } from y in new[] { 20, 60, 100 } select (x, y))
            Grey(small, x, y, 160).ShouldBe(Grey(whole, x, y, 160), 16, $"{x},{y}");
    }

    [Fact]
    public void A_photo_that_is_smaller_stays_as_it_is()
    {
        var (width, height) = (Fixture.Facts("scene.jpg").Width!.Value, Fixture.Facts("scene.jpg").Height!.Value);
        using var small = Small(Fixture.Read("scene.jpg"), 100 * width);
        (small.Width, small.Height).ShouldBe((width, height));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void It_stands_upright_however_the_camera_was_held(int orientation)
    {
        using var small = Small(Held(orientation), 40);
        (small.Width, small.Height).ShouldBe(orientation >= 5 ? (40, 80) : (40, 20));
        // The drawing is dark in the corner that is at the top left for whoever holds it right.
        var (right, bottom) = (small.Width - 4, small.Height - 4);
        Dark(small, 3, 3).ShouldBeTrue();
        (Dark(small, right, 3) || Dark(small, 3, bottom) || Dark(small, right, bottom)).ShouldBeFalse();
    }

    [Theory, InlineData("heic"), InlineData("pdf"), InlineData("cut")]
    public void What_cannot_be_opened_has_none(string what)
    {
        var scene = Fixture.Read("scene.jpg");
        byte[] file = what switch
        {
            "pdf" => [.. "%PDF-1.7 "u8, .. new byte[100]],
            "heic" => [0, 0, 0, 16, .. "ftypheic"u8, 0, 0, 0, 0, .. new byte[100]],
            _ => scene[..(scene.Length / 4)],
        };
        Thumbnail.Of(file, 320).ShouldBeNull();
    }

    private static SKBitmap Small(byte[] file, int width)
    {
        var made = Thumbnail.Of(file, width).ShouldNotBeNull();
        made.AsSpan(8, 4).SequenceEqual("WEBP"u8).ShouldBeTrue();
        return SKBitmap.Decode(made);
    }

    /// <summary>A JPEG file of 160 × 80 pixels, dark where the top left is once it is turned as its EXIF says.</summary>
    private static byte[] Held(int orientation)
    {
        using var picture = new SKBitmap(160, 80);
        picture.Erase(SKColors.White);
        var (left, top) = (orientation is 1 or 4 or 5 or 6, orientation is 1 or 2 or 5 or 8);
        using (var canvas = new SKCanvas(picture))
        using (var ink = new SKPaint { Color = SKColors.Black })
            canvas.DrawRect(left ? 0 : 120, top ? 0 : 60, 40, 20, ink);
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, 95);
        byte[] exif =
        [
            .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0,
        ];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. encoded.ToArray()[2..]];
    }

    private static bool Dark(SKBitmap picture, int x, int y) => picture.GetPixel(x, y).Green < 100;

    private static double Grey(SKBitmap picture, int x, int y, int width)
    {
        var scale = (double)picture.Width / width;
        var sum = 0.0;
        var cells = 0;
        for (var px = (int)((x - 3) * scale); px < (x + 3) * scale; px++)
        {
            for (var py = (int)((y - 3) * scale); py < (y + 3) * scale; py++, cells++)
            {
                var colour = picture.GetPixel(px, py);
                sum += (0.299 * colour.Red) + (0.587 * colour.Green) + (0.114 * colour.Blue);
            }
        }
        return sum / cells;
    }
}
