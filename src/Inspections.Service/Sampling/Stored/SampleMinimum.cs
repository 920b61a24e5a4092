namespace Campaign.Inspections.Sampling.Stored;

/// <summary><see cref="Sampling.SampleMinimum"/> as events keep it.</summary>
internal sealed record SampleMinimum(string CitySize, int Samples)
{
    public static SampleMinimum Of(Sampling.SampleMinimum minimum) => new(minimum.CitySize, minimum.Samples);

    public Sampling.SampleMinimum ToSampleMinimum() => new(CitySize, Samples);
}
