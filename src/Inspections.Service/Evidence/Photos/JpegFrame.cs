namespace Campaign.Inspections.Evidence.Photos;

/// <param name="Width">In blocks per MCU, as <paramref name="Height"/>: the sampling factors, 1–4.</param>
internal sealed record JpegComponent(int Id, int Width, int Height, int Quantization);

/// <summary>Size and make of a JPEG picture, from its frame header. The first component is the luminance.</summary>
internal sealed record JpegFrame(int Marker, int Precision, int Width, int Height, IReadOnlyList<JpegComponent> Components)
{
    private const int MaxComponents = 4;

    public JpegComponent Luminance => Components[0];

    public bool IsProgressive => Marker == 0xC2;

    /// <summary>Baseline, extended and progressive Huffman coding in 8 bits, grey or with two colour components.</summary>
    public bool IsDecodable => Marker is 0xC0 or 0xC1 or 0xC2 && Precision == 8 && Components.Count is 1 or 3;

    public int McusAcross => Blocks(Width, MostAcross);

    public int McusDown => Blocks(Height, MostDown);

    private int MostAcross => Components.Max(component => component.Width);

    private int MostDown => Components.Max(component => component.Height);

    public static JpegFrame? Read(int marker, ReadOnlySpan<byte> payload)
    {
        var bytes = new Bytes(payload);
        var (height, width, count) = (bytes.UInt16(1), bytes.UInt16(3), bytes.Byte(5));
        if (width == 0 || height == 0 || count is < 1 or > MaxComponents || payload.Length < 6 + 3 * count) return null;

        var components = new JpegComponent[count];
        for (var i = 0; i < count; i++)
        {
            var sampling = payload[7 + 3 * i];
            components[i] = new(payload[6 + 3 * i], sampling >> 4, sampling & 15, payload[8 + 3 * i] & 3);
            if (components[i] is not { Width: >= 1 and <= 4, Height: >= 1 and <= 4 }) return null;
        }
        return new JpegFrame(marker, bytes.Byte(0), width, height, components);
    }

    public int BlocksAcross(JpegComponent component) => Blocks(Width * component.Width, MostAcross);

    public int BlocksDown(JpegComponent component) => Blocks(Height * component.Height, MostDown);

    private static int Blocks(int pixels, int perMcu) => (pixels + 8 * perMcu - 1) / (8 * perMcu);
}
