namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Size and EXIF of an HEIC file (ISO/IEC 23008-12); its picture is not decoded.</summary>
/// <remarks>
/// Ours because MetadataExtractor enters boxes within boxes without a limit: a file of a few megabytes ends the process by its stack.
/// </remarks>
internal static class Heic
{
    private const int MaxEntries = 4096;

    /// <returns>Null for a file without a picture, or one that ends before its picture does.</returns>
    public static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var bytes = new Bytes(file);
        if (!IsWhole(bytes)) return null;
        var meta = Box(bytes, "meta"u8).Slice(4);
        var (width, height) = Size(Box(Box(meta, "iprp"u8), "ipco"u8));
        var exif = bytes.Slice(0, 0);
        if (ExifItem(Box(meta, "iinf"u8)) is { } item) exif = Item(bytes, Box(meta, "iloc"u8), item);
        // The item begins with the number of bytes to go on from there.
        return new(width, height, Exif.Read(exif.Slice(4L + exif.UInt32(0)).Span), PhotoHeader.NotDecoded);
    }

    /// <summary>What follows the last box is the phone's own business, and need not be one.</summary>
    private static bool IsWhole(Bytes file)
    {
        var hasPicture = false;
        for (var boxes = new Boxes(file); boxes.MoveNext();)
        {
            var isPicture = boxes.Is("mdat"u8);
            if (boxes.EndsEarly && (isPicture || boxes.Is("meta"u8))) return false;
            hasPicture |= isPicture;
        }
        return hasPicture;
    }

    /// <summary>A picture of several tiles states the size of each and of the whole: the largest is the whole.</summary>
    private static (int, int) Size(Bytes properties)
    {
        var (width, height) = (0u, 0u);
        for (var boxes = new Boxes(properties); boxes.MoveNext();)
        {
            if (!boxes.Is("ispe"u8)) continue;
            var (w, h) = (boxes.Content.UInt32(4), boxes.Content.UInt32(8));
            if ((ulong)w * h > (ulong)width * height) (width, height) = (w, h);
        }
        return ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    private static uint? ExifItem(Bytes infos)
    {
        for (var boxes = new Boxes(infos.Slice(infos.Byte(0) == 0 ? 6 : 8)); boxes.MoveNext();)
        {
            var info = boxes.Content;
            var wide = info.Byte(0) == 3;
            if (info.Has(wide ? 10 : 8, "Exif"u8)) return wide ? info.UInt32(4) : (uint)info.UInt16(4);
        }
        return null;
    }

    /// <summary>Content of an item that lies in the file in one piece.</summary>
    private static Bytes Item(Bytes file, Bytes locations, uint wanted)
    {
        var version = locations.Byte(0);
        var (offsetSize, lengthSize) = (locations.Byte(4) >> 4, locations.Byte(4) & 15);
        var (baseSize, indexSize) = (locations.Byte(5) >> 4, version > 0 ? locations.Byte(5) & 15 : 0);
        var idSize = version < 2 ? 2 : 4;
        var count = Math.Min(Number(locations, 6, idSize), MaxEntries);
        long at = 6 + idSize;
        for (var i = 0; i < count && at < locations.Length; i++)
        {
            var id = Number(locations, at, idSize);
            at += idSize;
            var inFile = version == 0 || (locations.UInt16(at) & 15) == 0;
            at += version == 0 ? 2 : 4;
            var origin = Number(locations, at, baseSize);
            var extents = locations.UInt16(at + baseSize);
            at += baseSize + 2 + indexSize;
            if (id == wanted && inFile && extents == 1)
                return file.Slice(origin + Number(locations, at, offsetSize), Number(locations, at + offsetSize, lengthSize));
            at += (long)extents * (indexSize + offsetSize + lengthSize) - indexSize;
        }
        return file.Slice(0, 0);
    }

    /// <summary>Numbers beyond the largest file that is taken are nowhere.</summary>
    private static long Number(Bytes bytes, long at, int size) => size switch
    {
        2 => bytes.UInt16(at),
        4 => bytes.UInt32(at),
        8 => bytes.UInt32(at) == 0 ? bytes.UInt32(at + 4) : int.MaxValue,
        _ => 0,
    };

    private static Bytes Box(Bytes within, ReadOnlySpan<byte> type)
    {
        for (var boxes = new Boxes(within); boxes.MoveNext();)
        {
            if (boxes.Is(type)) return boxes.Content;
        }
        return within.Slice(0, 0);
    }
}

/// <summary>Walks the boxes of an ISO media file, or of a box.</summary>
internal ref struct Boxes(Bytes within)
{
    private readonly Bytes within = within;
    private long at;
    private long next;

    public Bytes Content { get; private set; }

    /// <summary>There is less of the box than it states.</summary>
    public readonly bool EndsEarly => next > within.Length;

    public readonly bool Is(ReadOnlySpan<byte> type) => within.Has(at + 4, type);

    public bool MoveNext()
    {
        at = next;
        if (at + 8 > within.Length) return false;
        var (size, header) = within.UInt32(at) switch
        {
            0 => (within.Length - at, 8),
            1 => (within.UInt32(at + 8) == 0 ? within.UInt32(at + 12) : int.MaxValue, 16),
            var stated => (stated, 8),
        };
        if (size < header) return false;
        Content = within.Slice(at + header, size - header);
        next = at + size;
        return true;
    }
}
