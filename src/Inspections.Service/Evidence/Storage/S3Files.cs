using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Campaign.Inspections.Evidence.Storage;

/// <summary>In a bucket of S3 or of anything that speaks like it: one object a file, named by its content.</summary>
internal sealed class S3Files : IEvidenceFiles, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly string bucket;

    public S3Files(S3Settings settings)
    {
        bucket = settings.Bucket;
        client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 2,
            // Trailing checksums are an extension that compatible storages often lack; the signed hash of the body says the same.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task Keep(string sha256, string path, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(path);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = sha256,
            InputStream = content,
            ContentType = "application/octet-stream",
            UseChunkEncoding = false,
        };
        await Ask(() => client.PutObjectAsync(request, cancellation));
    }

    public async Task<Stream?> Open(string sha256, CancellationToken cancellation)
    {
        try
        {
            var there = await Ask(() => client.GetObjectMetadataAsync(bucket, sha256, cancellation));
            return new S3Stream(there.ContentLength, from => Ask(() => Read(sha256, from, there.ContentLength, cancellation)));
        }
        catch (EvidenceStorageException missing) when (missing.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<Stream> Read(string sha256, long from, long length, CancellationToken cancellation)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = sha256, ByteRange = new ByteRange(from, length - 1) };
        return (await client.GetObjectAsync(request, cancellation)).ResponseStream;
    }

    private static async Task<T> Ask<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (AmazonServiceException refused)
        {
            throw new EvidenceStorageException(refused.StatusCode == HttpStatusCode.InsufficientStorage, refused);
        }
        catch (Exception failure) when (failure is AmazonClientException or HttpRequestException or IOException)
        {
            throw new EvidenceStorageException(full: false, failure);
        }
    }
}
