using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Campaign.Chaos;

/// <summary>
/// What the evidence lies on: a file system of its own (tmpfs over the directory), which really runs out of room (ENOSPC). Where the
/// machine allows no mounts, a file changes places with the directory: a real failure of the disk (ENOTDIR), but not a full one.
/// </summary>
internal sealed partial class EvidenceDisk : IDisposable
{
    private const string FileSystem = "tmpfs";
    private const nuint Remount = 32;
    private const int Detach = 2;
    private const int Here = -100;
    private const uint Exchange = 2;
    private const long Wide = 4L << 30;

    /// <summary>Less than a photo needs, so that some are half written when the room ends; small files soon take the rest.</summary>
    private const long RoomLeft = 32 << 10;

    private readonly string directory;
    private readonly string inItsPlace;
    private readonly List<(DateTime From, DateTime To)> fullTimes = [];
    private readonly TimeProvider clock;
    private readonly bool isOwn;
    private DateTime fullSince;

    public EvidenceDisk(string directory, TimeProvider clock)
    {
        (this.directory, this.clock, inItsPlace) = (directory, clock, directory + ".away");
        Directory.CreateDirectory(directory);
        isOwn = OwnMounts.AreThere && Mount(FileSystem, directory, FileSystem, 0, $"size={Wide}") == 0;
        if (!isOwn) File.WriteAllText(inItsPlace, "");
    }

    public string Trouble => isOwn ? "凭证磁盘写满" : "凭证目录无法访问（本机不允许挂载，以此代替磁盘写满）";

    public void Fill()
    {
        if (!isOwn) Swap();
        // Refused where less than is used already: photos come in meanwhile.
        while (isOwn && Mount(null, directory, null, Remount, $"size={Used + RoomLeft}") != 0) ThrowUnless(Errors.Invalid);
        fullSince = clock.GetUtcNow().UtcDateTime;
    }

    public void Free()
    {
        fullTimes.Add((fullSince, clock.GetUtcNow().UtcDateTime));
        if (!isOwn) Swap();
        else if (Mount(null, directory, null, Remount, $"size={Wide}") != 0) ThrowUnless(Errors.None);
    }

    /// <summary>
    /// Uploads that were begun while the disk was full, and of which something is still there. What kill -9 left is no business of the
    /// disk, and what lost its directory on the way could not be removed.
    /// </summary>
    public int LeftBehind() => !isOwn ? 0 : Directory.EnumerateFiles(directory, "*.part").Count(path =>
        fullTimes.Exists(full => File.GetLastWriteTimeUtc(path) is var written && written > full.From && written < full.To));

    public void Dispose()
    {
        if (isOwn) _ = Unmount(directory, Detach);
    }

    private long Used
    {
        get
        {
            var disk = new DriveInfo(directory);
            return disk.TotalSize - disk.TotalFreeSpace;
        }
    }

    /// <summary>Both change their names in one step, so that nobody finds neither and makes a new directory.</summary>
    private void Swap()
    {
        if (Rename(Here, directory, Here, inItsPlace, Exchange) != 0) ThrowUnless(Errors.None);
    }

    private static void ThrowUnless(Errors expected)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error != (int)expected) throw new Win32Exception(error);
    }

    private enum Errors
    {
        None = 0,
        Invalid = 22,
    }

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Mount(string? source, string target, string? type, nuint flags, string options);

    [LibraryImport("libc", EntryPoint = "umount2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmount(string target, int flags);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int fromDirectory, string from, int toDirectory, string to, uint flags);
}
