using System.Security.Cryptography;
using Campaign.EventStore;

namespace Campaign.Inspections.Evidence;

internal static class EvidenceRules
{
    public static readonly Refusal NotFound = new("evidence-not-found", "没有这份凭证。", RefusalKind.NotFound);
    public static readonly Refusal IdInvalid = new("evidence-id-invalid", "凭证编号须为内容的 SHA-256（64 位小写十六进制）。", RefusalKind.Invalid);
    public static readonly Refusal ContentDiffers = new("evidence-content-differs", "内容与其 SHA-256 编号不符，可能传输有误，请重新上传。", RefusalKind.Invalid);
    public static readonly Refusal TypeNotTaken = new("evidence-type-not-taken", "只接受 JPEG、PNG、WebP 照片和 PDF 文件。", RefusalKind.Invalid);
    public static readonly Refusal Unknown = new("evidence-unknown", "照片尚未上传。", RefusalKind.Invalid, "/photos");
}

/// <summary>Files by their content, below <c>Evidence:Directory</c>. A file is there whole or not at all.</summary>
internal sealed class EvidenceFiles(IConfiguration configuration, IHostEnvironment environment)
{
    public const int MaxBytes = 20 * 1024 * 1024;

    private readonly string directory = configuration["Evidence:Directory"] is { Length: > 0 } configured
        ? configured
        : Path.Combine(environment.ContentRootPath, ".local", "evidence");

    public FileStream? Open(string sha256) => File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null;

    /// <exception cref="BadHttpRequestException">413: more than <see cref="MaxBytes"/>.</exception>
    public async Task<(EvidenceRow? Stored, Refusal? Refusal)> Store(string sha256, Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
        var temporary = Path.Combine(directory, $"{Guid.NewGuid():N}.part");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                var (hash, start, size) = await Copy(content, file, cancellation);
                if (hash != sha256) return (null, EvidenceRules.ContentDiffers);
                if (MediaType.Sniff(start) is not { } type) return (null, EvidenceRules.TypeNotTaken);
                file.Flush(flushToDisk: true);
                await file.DisposeAsync();
                File.Move(temporary, PathOf(sha256), overwrite: true);
                return (new EvidenceRow(type, size), null);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<(string Hash, byte[] Start, long Size)> Copy(Stream content, FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var start = new MemoryStream(MediaType.BytesNeeded);
        var size = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            if (size > MaxBytes) throw new BadHttpRequestException("Too much evidence at once.", StatusCodes.Status413PayloadTooLarge);
            start.Write(buffer, 0, (int)Math.Min(read, MediaType.BytesNeeded - start.Length));
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), start.ToArray(), size);
    }

    private string PathOf(string sha256) => Path.Combine(directory, sha256[..2], sha256);
}
