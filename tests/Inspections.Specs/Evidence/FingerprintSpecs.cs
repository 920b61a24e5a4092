using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class FingerprintSpecs
{
    private static readonly Arbitrary<(long Fingerprint, int[] Bits)> UpToSevenBits =
        (from high in Gen.Choose(int.MinValue, int.MaxValue)
         from low in Gen.Choose(int.MinValue, int.MaxValue)
         from count in Gen.Choose(0, Fingerprint.MaxDistance)
         from bits in Gen.ArrayOf(Gen.Choose(0, 63), count)
         select (((long)high << 32) | (uint)low, bits)).ToArbitrary();

    /// <summary>Values of photos taken before, by the decoder of that time: they are still compared with.</summary>
    public static TheoryData<string, long> Before => new()
    {
        { "scene.jpg", 0x00026362624A1614 },
        { "scene-444.jpg", 0x00026362624A1614 },
        { "scene-grey.jpg", 0x00026362624A1614 },
        { "scene-progressive.jpg", 0x00026362624A1614 },
        { "scene-turned.jpg", 0x00026362624A1614 },
        { "scene.png", 0x00026363626A0614 },
        { "scene-palette.png", 0x00026362624A1614 },
        { "scene-grey.png", 0x00026362626A0614 },
        { "scene-16bit.png", 0x00026363626A0614 },
        { "other.jpg", unchecked((long)0xC88888C8D8898918) },
    };

    [Theory, MemberData(nameof(Before))]
    public void A_photo_of_before_is_still_known(string name, long before) =>
        Fingerprint.Distance(Fixture.Known(name).ShouldNotBeNull(), before).ShouldBeLessThanOrEqualTo(2);

    /// <summary>Of such a file only every eighth pixel was looked at before, now all of them.</summary>
    [Fact]
    public void An_interlaced_photo_of_before_is_near_enough_to_be_asked_about() =>
        Fingerprint.Distance(Fixture.Known("scene-interlaced-alpha.png")!.Value, 0x0002636262620E14)
            .ShouldBeLessThan(new QuestionSettings().SimilarBits);

    [Theory, InlineData(1, 0xADCA65F8AA54914A), InlineData(7, 0x105564165D16D733), InlineData(43, 0xB9551C56B5D55C28)]
    public void A_grey_photo_has_the_very_fingerprint_of_before(int seed, ulong before) =>
        Fixture.Known(TinyPhoto.Of(seed).ToJpeg()).ShouldBe(unchecked((long)before));

    [Fact]
    public void Whatever_is_near_enough_is_met_in_one_of_four_quarters() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(UpToSevenBits, sample =>
        {
            var other = sample.Bits.Aggregate(sample.Fingerprint, (value, bit) => value ^ (1L << bit));
            return Enumerable.Range(0, 4)
                .Any(band => Fingerprint.Near(sample.Fingerprint, band).Contains(Fingerprint.Near(other, band)[0]));
        }));
}
