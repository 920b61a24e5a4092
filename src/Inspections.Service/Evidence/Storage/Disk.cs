namespace Campaign.Inspections.Evidence.Storage;

/// <summary>Whatever a disk refuses is one exception: full, read-only, gone or broken, but never confused with the caller's line.</summary>
internal static class Disk
{
    /// <exception cref="EvidenceStorageException">The disk refused.</exception>
    public static void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });

    /// <exception cref="EvidenceStorageException">The disk refused.</exception>
    public static T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (IsOfDisk(failure))
        {
            throw EvidenceStorageException.Of(failure);
        }
    }

    /// <exception cref="EvidenceStorageException">The disk refused.</exception>
    public static async ValueTask Do(Func<ValueTask> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (IsOfDisk(failure))
        {
            throw EvidenceStorageException.Of(failure);
        }
    }

    public static bool IsOfDisk(Exception failure) => failure is IOException or UnauthorizedAccessException;
}
