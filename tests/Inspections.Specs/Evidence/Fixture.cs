using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Specs.Evidence;

internal static class Fixture
{
    public static readonly string[] Scenes =
    [
        "scene.jpg", "scene-444.jpg", "scene-grey.jpg", "scene-progressive.jpg", "scene-turned.jpg",
        "scene.png", "scene-palette.png", "scene-grey.png", "scene-16bit.png", "scene-interlaced-alpha.png",
    ];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Evidence", "Fixtures", name));

    public static PhotoFacts Facts(byte[] file) => PhotoFacts.Read(Sniffing.Sniff(file).Type!, file);

    public static PhotoFacts Facts(string name) => Facts(Read(name));

    public static Luminance Picture(string name) =>
        (name.EndsWith(".png", StringComparison.Ordinal) ? Png.Read(Read(name))?.Decode() : JpegLuminance.Of(Read(name))).ShouldNotBeNull(name);
}
