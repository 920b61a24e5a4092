namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Walks the marker segments of a JPEG file; picture data between them is stepped over.</summary>
internal ref struct JpegSegments(ReadOnlySpan<byte> jpeg)
{
    public const int StartOfScan = 0xDA;
    public const int HuffmanTables = 0xC4;
    public const int QuantizationTables = 0xDB;
    public const int RestartInterval = 0xDD;
    public const int App1 = 0xE1;

    private const byte EndOfImage = 0xD9;
    private readonly ReadOnlySpan<byte> jpeg = jpeg;
    private int next = 2;

    public int Marker { get; private set; }

    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>Everything behind the segment: the picture data, if it is the start of a scan.</summary>
    public readonly ReadOnlySpan<byte> Rest => jpeg[next..];

    public static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or 0xC8 or 0xCC);

    public bool MoveNext()
    {
        while (next < jpeg.Length && jpeg[next..].IndexOf((byte)0xFF) is >= 0 and var ahead)
        {
            var at = next + ahead + 1;
            if (at >= jpeg.Length || jpeg[at] == EndOfImage) return false;
            // A fill byte may be the 0xFF of the marker itself; stuffed bytes and restarts belong to picture data.
            next = jpeg[at] == 0xFF ? at : at + 1;
            if (jpeg[at] is 0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8)) continue;

            var length = new Bytes(jpeg).UInt16(at + 1);
            if (length < 2 || at + 1 + length > jpeg.Length) return false;
            Marker = jpeg[at];
            Payload = jpeg.Slice(at + 3, length - 2);
            next = at + 1 + length;
            return true;
        }
        return false;
    }
}
