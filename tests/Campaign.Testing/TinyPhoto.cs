namespace Campaign.Testing;

/// <summary>A grey JPEG photo made of even blocks of 8 × 8 pixels: small, valid, and known value by value.</summary>
/// <param name="RestartInterval">Blocks between restart markers; 0 = none.</param>
public sealed record TinyPhoto(byte[,] Cells, TinyExif? Exif = null, int RestartInterval = 0)
{
    /// <summary>A picture that is told from others by its seed.</summary>
    public static TinyPhoto Of(int seed, TinyExif? exif = null)
    {
        var random = new Random(seed);
        var cells = new byte[16, 18];
        for (var y = 0; y < 16; y++)
        {
            for (var x = 0; x < 18; x++) cells[y, x] = (byte)random.Next(256);
        }
        return new(cells, exif);
    }

    /// <summary>The same a little brighter: another file, the same picture.</summary>
    public TinyPhoto Brighter()
    {
        var cells = (byte[,])Cells.Clone();
        for (var y = 0; y < cells.GetLength(0); y++)
        {
            for (var x = 0; x < cells.GetLength(1); x++) cells[y, x] = (byte)Math.Min(255, cells[y, x] + 3);
        }
        return this with { Cells = cells };
    }

    public byte[] ToJpeg()
    {
        var (rows, columns) = (Cells.GetLength(0), Cells.GetLength(1));
        byte[] restarts = RestartInterval > 0 ? [0xFF, 0xDD, 0, 4, (byte)(RestartInterval >> 8), (byte)RestartInterval] : [];
        byte[] exif = Exif is null ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. Exif.ToTiff()]);
        return
        [
            0xFF, 0xD8,
            .. exif,
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]),
            .. Segment(0xC0, [8, .. BigEndian(rows * 8), .. BigEndian(columns * 8), 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), // sizes 0–11, each in 4 bits
            .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]), // end of block, in 1 bit
            .. restarts,
            .. Segment(0xDA, [1, 1, 0x00, 0, 63, 0]),
            .. Scan(rows, columns),
            0xFF, 0xD9,
        ];
    }

    private List<byte> Scan(int rows, int columns)
    {
        var bytes = new List<byte>();
        var (pending, count, before) = (0, 0, 0);
        for (var block = 0; block < rows * columns; block++)
        {
            if (RestartInterval > 0 && block > 0 && block % RestartInterval == 0)
            {
                Pad();
                bytes.AddRange([0xFF, (byte)(0xD0 + (block / RestartInterval - 1) % 8)]);
                before = 0;
            }
            var mean = Cells[block / columns, block % columns] - 128;
            var difference = mean - before;
            before = mean;
            var size = difference == 0 ? 0 : (int)Math.Log2(Math.Abs(difference)) + 1;
            Put(size, 4);
            Put(difference < 0 ? difference + (1 << size) - 1 : difference, size);
            Put(0, 1);
        }
        Pad();
        return bytes;

        void Put(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--)
            {
                pending = (pending << 1) | ((value >> bit) & 1);
                if (++count < 8) continue;
                bytes.Add((byte)pending);
                if (pending == 0xFF) bytes.Add(0);
                (pending, count) = (0, 0);
            }
        }

        void Pad()
        {
            while (count > 0) Put(1, 1);
        }
    }

    private static byte[] Segment(byte marker, byte[] payload) => [0xFF, marker, .. BigEndian(payload.Length + 2), .. payload];

    private static byte[] BigEndian(int value) => [(byte)(value >> 8), (byte)value];
}
