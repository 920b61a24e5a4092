namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// A JPEG picture at an eighth of its size without decoding it: the DC coefficient of each block is its mean value, so the
/// code words are read and neither dequantised nor transformed. A progressive file has all of them in its first scan.
/// </summary>
internal static class JpegLuminance
{
    /// <returns>Null for a make that is not understood, and for a file that is broken or ends early.</returns>
    public static Luminance? Of(ReadOnlySpan<byte> jpeg)
    {
        var tables = new JpegTables();
        JpegFrame? frame = null;
        var segments = new JpegSegments(jpeg);
        while (segments.MoveNext())
        {
            if (JpegSegments.IsFrame(segments.Marker)) frame ??= JpegFrame.Read(segments.Marker, segments.Payload);
            else if (segments.Marker != JpegSegments.StartOfScan) tables.Read(segments.Marker, segments.Payload);
            else if (frame is not { IsDecodable: true } || PhotoFacts.IsTooLarge(frame.Width, frame.Height)) return null;
            else if (JpegScan.Read(frame, segments.Payload) is not { } scan) return null;
            else if (scan.HasLuminance) return scan.Decode(tables, segments.Rest);
        }
        return null;
    }
}

/// <param name="Shift">By how many bits a progressive file gives the coefficients less exactly.</param>
internal sealed record JpegScan(JpegFrame Frame, IReadOnlyList<JpegScan.Part> Parts, bool IsDc, int Shift)
{
    private const int LongestDifference = 11;

    internal sealed record Part(JpegComponent Component, int DcTable, int AcTable);

    public bool HasLuminance => IsDc && Parts.Any(part => part.Component == Frame.Luminance);

    public static JpegScan? Read(JpegFrame frame, ReadOnlySpan<byte> payload)
    {
        var bytes = new Bytes(payload);
        var count = bytes.Byte(0);
        if (count < 1 || count > frame.Components.Count || payload.Length < 4 + 2 * count) return null;

        var parts = new Part[count];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (bytes.Byte(1 + 2 * i), bytes.Byte(2 + 2 * i));
            if (frame.Components.FirstOrDefault(component => component.Id == id) is not { } component) return null;
            parts[i] = new(component, tables >> 4, tables & 15);
        }
        var (first, precision) = (bytes.Byte(1 + 2 * count), bytes.Byte(3 + 2 * count));
        var refines = precision >> 4 != 0;
        return new JpegScan(frame, parts, first == 0 && !refines, frame.IsProgressive ? precision & 15 : 0);
    }

    public Luminance? Decode(JpegTables tables, ReadOnlySpan<byte> data)
    {
        var bits = new JpegBits(data);
        // A scan of one component has its blocks in rows; one of several goes by MCUs, which may reach over the border.
        var alone = Parts.Count == 1;
        var picture = new Luminance(Frame.BlocksAcross(Frame.Luminance), Frame.BlocksDown(Frame.Luminance));
        var (across, down) = alone ? (picture.Width, picture.Height) : (Frame.McusAcross, Frame.McusDown);
        Span<int> means = stackalloc int[Parts.Count];
        for (var mcu = 0; mcu < across * down; mcu++)
        {
            if (tables.RestartInterval > 0 && mcu > 0 && mcu % tables.RestartInterval == 0)
            {
                if (!bits.Restart()) return null;
                means.Clear();
            }
            for (var i = 0; i < Parts.Count; i++)
            {
                var component = Parts[i].Component;
                var (width, height) = alone ? (1, 1) : (component.Width, component.Height);
                for (var block = 0; block < width * height; block++)
                {
                    if (!ReadBlock(ref bits, tables, Parts[i], ref means[i])) return null;
                    if (component != Frame.Luminance) continue;
                    var (x, y) = (mcu % across * width + block % width, mcu / across * height + block / width);
                    if (x < picture.Width && y < picture.Height) picture[x, y] = Grey(means[i], tables.DcStep(component.Quantization));
                }
            }
        }
        return picture;
    }

    private byte Grey(int mean, int step) => (byte)Math.Clamp(128 + (((long)mean << Shift) * step / 8), 0, 255);

    private bool ReadBlock(ref JpegBits bits, JpegTables tables, Part part, ref int mean)
    {
        if (tables.Dc(part.DcTable) is not { } dc || dc.Decode(ref bits) is not (>= 0 and <= LongestDifference and var size)) return false;
        mean += Signed(bits.Bits(size), size);
        return (Frame.IsProgressive || SkipDetail(ref bits, tables.Ac(part.AcTable))) && !bits.Ended;
    }

    private static bool SkipDetail(ref JpegBits bits, HuffmanTable? ac)
    {
        for (var k = 1; k < 64; k++)
        {
            if (ac is null || ac.Decode(ref bits) is not (>= 0 and var symbol)) return false;
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && run < 15) return true;
            k += run;
            bits.Bits(size);
        }
        return true;
    }

    /// <summary>Half of the numbers of that many bits stand for negative ones (T.81, F.2.2.1).</summary>
    private static int Signed(int value, int size) => size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}
