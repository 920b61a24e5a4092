namespace Campaign.Inspections.Evidence.Photos;

/// <summary>The bits of a scan. Behind its end there are zeros, and <see cref="Ended"/> says so.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int at;
    private int current;
    private int left;

    public bool Ended { get; private set; }

    public int Bit()
    {
        if (left == 0 && !Fill()) return 0;
        left--;
        return (current >> left) & 1;
    }

    public int Bits(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++) value = (value << 1) | Bit();
        return value;
    }

    /// <summary>Goes behind the next restart marker.</summary>
    public bool Restart()
    {
        left = 0;
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

    private bool Fill()
    {
        var stuffed = at + 1 < data.Length && data[at] == 0xFF && data[at + 1] == 0;
        if (at >= data.Length || (data[at] == 0xFF && !stuffed))
        {
            Ended = true;
            return false;
        }
        current = data[at];
        left = 8;
        at += stuffed ? 2 : 1;
        return true;
    }
}

/// <summary>Codes of 1 to 16 bits in canonical order (ITU-T T.81, annex C and F.2.2.3).</summary>
internal sealed class HuffmanTable
{
    private const int MaxValues = 256;
    private readonly int[] lastCode = new int[17];
    private readonly int[] offset = new int[17];
    private readonly byte[] values;

    private HuffmanTable(ReadOnlySpan<byte> counts, byte[] values)
    {
        this.values = values;
        var (code, index) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            offset[length] = index - code;
            code += counts[length - 1];
            index += counts[length - 1];
            lastCode[length] = counts[length - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    /// <param name="definition">16 counts, then the values.</param>
    /// <returns>The table and its length in the definition; null when it is cut off or too large.</returns>
    public static (HuffmanTable Table, int Length)? Read(ReadOnlySpan<byte> definition)
    {
        if (definition.Length < 16) return null;
        var total = 0;
        foreach (var count in definition[..16]) total += count;
        if (total > MaxValues || definition.Length < 16 + total) return null;
        return (new HuffmanTable(definition[..16], definition.Slice(16, total).ToArray()), 16 + total);
    }

    /// <returns>−1 for a code that is not in the table.</returns>
    public int Decode(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Bit();
            if (code > lastCode[length]) continue;
            var index = code + offset[length];
            return (uint)index < values.Length ? values[index] : -1;
        }
        return -1;
    }
}
