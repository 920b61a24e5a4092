using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>What comes back as an answer or an error is not written down as well, least of all with what was to be stored.</summary>
public sealed class LogSpecs
{
    [Fact]
    public async Task A_clash_and_a_failed_append_are_for_the_caller_and_not_for_the_log()
    {
        using var log = new LogHeard();
        await using var service = await Instance.Start(store => store.Services.AddSingleton<ILoggerProvider>(log));
        var (stream, broken) = (Cases.New(), new SqlBatch());
        broken.Add("SELECT 1 / 0");
        await service.Store.Append(stream, 0, Cases.Opened);

        await Should.ThrowAsync<StreamVersionConflictException>(service.Store.Append(stream, 0, Cases.Note()));
        await Should.ThrowAsync<Npgsql.PostgresException>(
            service.Store.Append([stream.At(1, Cases.Note())], EventMetadata.None, CancellationToken.None, broken));

        log.Lines.ShouldBeEmpty();
    }
}
