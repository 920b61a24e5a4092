using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

/// <summary>What is known of a photo while its upload waits, before anything native reads it.</summary>
public sealed class HeaderSpecs
{
    public static TheoryData<string, string> WebP => new()
    {
        { "VP8 ", "5000009D012A2C01C800" },
        { "VP8L", "2F2BC1310000000000" },
        { "VP8X", "080000002B0100C70000" },
    };

    [Theory, MemberData(nameof(WebP))]
    public void Every_make_of_WebP_says_its_measures(string chunk, string content)
    {
        byte[] bytes = Convert.FromHexString(content);
        byte[] body = [.. "WEBP"u8, .. System.Text.Encoding.ASCII.GetBytes(chunk), (byte)bytes.Length, 0, 0, 0, .. bytes];
        var facts = Fixture.Facts([.. "RIFF"u8, (byte)body.Length, 0, 0, 0, .. body]);
        (facts.Width, facts.Height).ShouldBe((300, 200));
    }

    public static TheoryData<string> Scenes => new(Fixture.Scenes);

    [Theory, MemberData(nameof(Scenes))]
    public void The_picture_of_a_photo_is_opened_later(string name) => Fixture.Look(Fixture.Read(name)).AwaitsRecognition.ShouldBeTrue();

    [Fact]
    public void A_few_bytes_that_say_108_megapixels_are_taken() =>
        Fixture.Look(Fixture.Claiming(TinyPhoto.Of(1).ToJpeg(), 12000, 9000)).Refusal.ShouldBeNull();

    [Theory, InlineData("scene.jpg"), InlineData("scene.png"), InlineData("scene.webp")]
    public void Opening_a_picture_can_be_stopped(string name) =>
        Should.Throw<OperationCanceledException>(() => Recognition.Of(Fixture.Read(name), new CancellationToken(canceled: true)));
}
