using System.Buffers.Binary;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Bytes of unknown honesty: what lies outside reads as zero, so that no reader of a format runs off its end.</summary>
internal readonly ref struct Bytes(ReadOnlySpan<byte> data, bool littleEndian = false)
{
    private readonly ReadOnlySpan<byte> data = data;

    public int Length => data.Length;

    public ReadOnlySpan<byte> Span => data;

    public int Byte(long at) => Has(at, 1) ? data[(int)at] : 0;

    public int UInt16(long at) =>
        !Has(at, 2) ? 0
        : littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(data[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(data[(int)at..]);

    public uint UInt32(long at) =>
        !Has(at, 4) ? 0
        : littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(data[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);

    public bool Has(long at, ReadOnlySpan<byte> text) => Has(at, text.Length) && data.Slice((int)at, text.Length).SequenceEqual(text);

    /// <summary>As much of the range as there is.</summary>
    public Bytes Slice(long at, long count = int.MaxValue)
    {
        if (at < 0 || at >= data.Length || count <= 0) return new([], littleEndian);
        return new(data.Slice((int)at, (int)Math.Min(count, data.Length - at)), littleEndian);
    }

    private bool Has(long at, int count) => at >= 0 && at <= (long)data.Length - count;
}
