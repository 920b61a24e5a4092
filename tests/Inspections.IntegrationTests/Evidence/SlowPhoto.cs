using System.Net;
using System.Security.Cryptography;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>A photo whose second half comes only when it may.</summary>
internal sealed class SlowPhoto(string text, Task rest) : HttpContent
{
    // More than travels before somebody reads it.
    private readonly byte[] file = [.. TestStreet.Photo(text), .. RandomNumberGenerator.GetBytes(1 << 20)];
    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => TestStreet.Id(file);

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
