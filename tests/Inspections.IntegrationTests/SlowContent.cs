using System.Net;
using System.Net.Http.Headers;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A file of which the second half is a long time coming. Only of one of some size is known that somebody reads it.</summary>
internal sealed class SlowContent : HttpContent
{
    private readonly byte[] file;
    private readonly Task rest;
    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowContent(byte[] file, Task rest)
    {
        (this.file, this.rest) = (file, rest);
        Headers.ContentType = new MediaTypeHeaderValue(Downloads.XlsxType);
    }

    public Task IsBeingRead => read.Task;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(file.AsMemory(0, file.Length / 2));
        await stream.FlushAsync();
        read.SetResult();
        await rest;
        await stream.WriteAsync(file.AsMemory(file.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
