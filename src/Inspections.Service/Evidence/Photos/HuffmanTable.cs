namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Codes of 1 to 16 bits in canonical order (ITU-T T.81, annex C and F.2.2.3).</summary>
internal sealed class HuffmanTable
{
    private const int MaxValues = 256;
    private const int LongestCode = 16;
    private const int ShortCode = 8;
    private readonly int[] lastCode = new int[LongestCode + 1];
    private readonly int[] offset = new int[LongestCode + 1];
    private readonly byte[] values;

    /// <summary>By the next eight bits: value and length of the code they begin with; length 0 for a longer one.</summary>
    private readonly (byte Value, byte Length)[] shortCodes = new (byte, byte)[1 << ShortCode];

    private HuffmanTable(ReadOnlySpan<byte> counts, byte[] values)
    {
        this.values = values;
        var (code, index) = (0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            var count = counts[length - 1];
            offset[length] = index - code;
            for (var i = 0; i < count && length <= ShortCode; i++)
            {
                var first = (code + i) << (ShortCode - length);
                if (first < shortCodes.Length) shortCodes.AsSpan(first, 1 << (ShortCode - length)).Fill((values[index + i], (byte)length));
            }
            code += count;
            index += count;
            lastCode[length] = count == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    /// <param name="definition">16 counts, then the values.</param>
    /// <returns>The table and its length in the definition; null when it is cut off or too large.</returns>
    public static (HuffmanTable Table, int Length)? Read(ReadOnlySpan<byte> definition)
    {
        if (definition.Length < LongestCode) return null;
        var total = 0;
        foreach (var count in definition[..LongestCode]) total += count;
        if (total > MaxValues || definition.Length < LongestCode + total) return null;
        return (new HuffmanTable(definition[..LongestCode], definition.Slice(LongestCode, total).ToArray()), LongestCode + total);
    }

    /// <returns>−1 for a code that is not in the table.</returns>
    public int Decode(ref JpegBits bits)
    {
        var next = bits.Peek(LongestCode);
        var (value, known) = shortCodes[next >> (LongestCode - ShortCode)];
        if (known > 0)
        {
            bits.Skip(known);
            return value;
        }
        for (var length = ShortCode + 1; length <= LongestCode; length++)
        {
            var code = next >> (LongestCode - length);
            if (code > lastCode[length]) continue;
            bits.Skip(length);
            return (uint)(code + offset[length]) < values.Length ? values[code + offset[length]] : -1;
        }
        return -1;
    }
}
