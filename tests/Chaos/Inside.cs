using Campaign.Cli.Engines;
using Npgsql;

namespace Campaign.Chaos;

/// <summary>A system as it is inside: its databases and what its broker says, past every relay.</summary>
/// <param name="connectionTo">The administrator's connection string of a database.</param>
internal sealed class Inside(Func<string, string> connectionTo, Func<RabbitManagement> broker)
{
    public NpgsqlConnection Open(string database) => new(connectionTo(database));

    public Task<long> QueuedMessages(CancellationToken ct) => Messages(deadLetters: false, ct);

    public Task<long> DeadLetters(CancellationToken ct) => Messages(deadLetters: true, ct);

    private async Task<long> Messages(bool deadLetters, CancellationToken ct) =>
        (await broker().Queues(ct)).Where(queue => queue.IsDeadLetters == deadLetters).Sum(queue => queue.Messages);
}
