namespace Campaign.Inspections.Evidence.Photos;

/// <summary>The bits of a scan. Behind its end there are zeros, and <see cref="Ended"/> says so once one of them was taken.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int at;
    private ulong buffer;
    private int left;
    private int zeros;

    public readonly bool Ended => left < zeros;

    public int Bits(int count)
    {
        var value = Peek(count);
        Skip(count);
        return value;
    }

    /// <summary>Up to 16 bits that stay to be taken.</summary>
    public int Peek(int count)
    {
        while (left < count) Fill();
        return (int)(buffer >> (left - count)) & ((1 << count) - 1);
    }

    /// <summary>Takes bits that were seen by <see cref="Peek"/>.</summary>
    public void Skip(int count) => left -= count;

    /// <summary>Goes behind the next restart marker.</summary>
    public bool Restart()
    {
        (left, zeros) = (0, 0);
        while (at + 1 < data.Length)
        {
            if (data[at] == 0xFF && data[at + 1] is >= 0xD0 and <= 0xD7)
            {
                at += 2;
                return true;
            }
            if (data[at] == 0xFF && data[at + 1] is not (0x00 or 0xFF)) return false;
            at++;
        }
        return false;
    }

    private void Fill()
    {
        left += 8;
        var stuffed = at + 1 < data.Length && data[at] == 0xFF && data[at + 1] == 0;
        if (at >= data.Length || (data[at] == 0xFF && !stuffed))
        {
            buffer <<= 8;
            zeros += 8;
            return;
        }
        buffer = (buffer << 8) | data[at];
        at += stuffed ? 2 : 1;
    }
}
