using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Npgsql;

namespace Campaign.Chaos;

/// <summary>A system of this machine as it is inside: its databases and what its broker says, past every relay.</summary>
internal sealed class Inside(DataDirectory data)
{
    private RunState State => RunState.Load(data)!;

    public NpgsqlConnection Open(string database) => new(PostgresServer.AdminOf(data, State, database));

    public Task<long> QueuedMessages(CancellationToken ct) => Messages(deadLetters: false, ct);

    public Task<long> DeadLetters(CancellationToken ct) => Messages(deadLetters: true, ct);

    private async Task<long> Messages(bool deadLetters, CancellationToken ct) =>
        (await RabbitServer.ManagementOf(data, State)!.Queues(ct)).Where(queue => queue.IsDeadLetters == deadLetters).Sum(queue => queue.Messages);
}
