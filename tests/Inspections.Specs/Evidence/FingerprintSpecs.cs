using Campaign.Inspections.Evidence.Photos;
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

    [Fact]
    public void Whatever_is_near_enough_is_met_in_one_of_four_quarters() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(UpToSevenBits, sample =>
        {
            var other = sample.Bits.Aggregate(sample.Fingerprint, (value, bit) => value ^ (1L << bit));
            return Enumerable.Range(0, 4).Any(band => Fingerprint.Near(sample.Fingerprint, band).Contains(Fingerprint.Near(other, band)[0]));
        }));
}
