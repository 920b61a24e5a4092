namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Code tables and the like, as the segments before a scan define them.</summary>
internal sealed class JpegTables
{
    private readonly HuffmanTable?[] dc = new HuffmanTable?[4];
    private readonly HuffmanTable?[] ac = new HuffmanTable?[4];
    private readonly int[] dcSteps = [1, 1, 1, 1];

    public int RestartInterval { get; private set; }

    public HuffmanTable? Dc(int id) => dc[id & 3];

    public HuffmanTable? Ac(int id) => ac[id & 3];

    /// <summary>How much one unit of a DC coefficient is worth.</summary>
    public int DcStep(int id) => dcSteps[id & 3];

    public void Read(int marker, ReadOnlySpan<byte> payload)
    {
        if (marker == JpegSegments.HuffmanTables) ReadHuffman(payload);
        else if (marker == JpegSegments.QuantizationTables) ReadQuantization(payload);
        else if (marker == JpegSegments.RestartInterval) RestartInterval = new Bytes(payload).UInt16(0);
    }

    private void ReadHuffman(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0 && HuffmanTable.Read(payload[1..]) is var (table, length))
        {
            var tables = payload[0] < 16 ? dc : ac;
            tables[payload[0] & 3] = table;
            payload = payload[(1 + length)..];
        }
    }

    private void ReadQuantization(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0)
        {
            var bytes = new Bytes(payload);
            var wide = payload[0] >= 16;
            dcSteps[payload[0] & 3] = wide ? bytes.UInt16(1) : bytes.Byte(1);
            payload = bytes.Slice(wide ? 129 : 65).Span;
        }
    }
}
