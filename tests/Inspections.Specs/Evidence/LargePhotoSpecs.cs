using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class LargePhotoSpecs
{
    [Fact]
    public void A_phone_of_108_megapixels_is_taken_and_its_photo_known()
    {
        var cells = new byte[1125, 1500];
        for (var y = 0; y < 1125; y++)
        {
            for (var x = 0; x < 1500; x++) cells[y, x] = (byte)((x / 100 * 37 + y / 100 * 53) % 256);
        }
        var photo = new TinyPhoto(cells).ToJpeg();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (look, fingerprint) = (Fixture.Look(photo), Fixture.Known(photo));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
        (look.Facts.Width, look.Facts.Height, look.AwaitsRecognition, fingerprint is null).ShouldBe((12000, 9000, true, false));
    }

    [Fact]
    public void So_is_one_of_200() => Fixture.Facts(Fixture.Claiming(TinyPhoto.Of(1).ToJpeg(), 16320, 12240)).Width.ShouldBe(16320);

    [Fact]
    public void A_few_hundred_bytes_that_claim_gigabytes_are_measured_and_not_decoded()
    {
        var bomb = Fixture.Claiming(TinyPhoto.Of(1).ToJpeg(), 65500, 65500);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fixture.Look(bomb).Refusal.ShouldBe(EvidenceRules.TooManyPixels(MediaType.Jpeg, 65500, 65500));
        Recognition.Of(bomb, default).ShouldBe(Recognition.NotDecoded);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Theory, InlineData(24_000, 12_500, false), InlineData(24_000, 12_501, true), InlineData(65_501, 1, true)]
    public void A_JPEG_has_up_to_300_megapixels(int width, int height, bool isTooLarge) =>
        PixelLimits.AreExceeded(MediaType.Jpeg, width, height).ShouldBe(isTooLarge);

    [Fact]
    public void A_PNG_has_up_to_100_because_it_is_decoded_at_its_full_size()
    {
        byte[] header = [.. "IHDR"u8, 0, 0, 0x27, 0x11, 0, 0, 0x27, 0x10, 8, 2, 0, 0, 0, .. Convert.FromHexString("DAEE9E4E")];
        byte[] png = [.. Fixture.Read("scene.png")[..12], .. header, .. Fixture.Read("scene.png")[33..]];
        Fixture.Look(png).Refusal.ShouldNotBeNull().Detail.ShouldBe("PNG 照片的尺寸为 10001×10000 像素；总数不能超过 1 亿像素，每边不能超过 65500 像素。");
    }

    [Fact]
    public void A_picture_whose_decoder_would_hold_too_much_is_taken_without_being_decoded()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var photo = Fixture.Claiming(Fixture.Read("scene-progressive.jpg"), 16320, 12240);
        var (look, seen) = (Fixture.Look(photo), Recognition.Of(photo, default));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
        (look.Facts.Width, look.Facts.Height, look.AwaitsRecognition).ShouldBe((16320, 12240, false));
        seen.ShouldBe(Recognition.NotDecoded);
    }

    [Fact]
    public void A_decoder_holds_nothing_of_a_file_of_one_scan_and_everything_of_one_of_many()
    {
        Held(Fixture.Read("scene.jpg")).ShouldBe(0);
        Held(Fixture.Read("scene-progressive.jpg")).ShouldBe(6);
        var apart = Fixture.Read("scene.jpg");
        apart[apart.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]) + 4] = 1;
        Held(apart).ShouldBe(6);
    }

    /// <summary>The decoder steps over such a marker, where others take what follows for its length and miss the frame behind it.</summary>
    [Fact]
    public void A_frame_cannot_be_hidden_from_the_reckoning() =>
        Fixture.Look([0xFF, 0xD8, 0xFF, 0xD0, .. Fixture.Read("scene.jpg")[2..]]).Refusal.ShouldBe(EvidenceRules.Unreadable);

    /// <summary>Of two frames each reader may take another.</summary>
    [Fact]
    public void Nor_can_a_second_frame_stand_for_the_first()
    {
        var photo = Fixture.Read("scene.jpg");
        var frame = photo.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        byte[] small = [.. photo[frame..(frame + 5)], 0, 8, 0, 8, .. photo[(frame + 9)..(frame + 19)]];
        byte[] twice = [.. photo[..(frame + 19)], .. small, .. photo[(frame + 19)..]];
        Recognition.Of(twice, default).ShouldBe(Recognition.Unreadable);
    }

    [Fact]
    public void A_file_of_hundreds_of_scans_is_not_decoded() =>
        Held([.. Fixture.Read("scene-progressive.jpg"), .. Enumerable.Range(0, 100).SelectMany(_ => (byte[])[0xFF, 0xDA])])
            .ShouldBe(PhotoHeader.NotDecoded);

    private static int Held(byte[] jpeg) => JpegSegments.Read(jpeg).ShouldNotBeNull().HeldBytesPerPixel;
}
