using System.Collections.Concurrent;
using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>登记号: one event per number, so the register's version is the last number given; no gap can arise.</summary>
internal sealed record CaseNumberTaken(Guid FindingId, string CaseNumber);

internal sealed record CaseRegister : IAggregate<CaseRegister>
{
    public static CaseRegister Initial { get; } = new();

    public CaseRegister Evolve(object @event) => this;

    public static StreamId Stream(string street, int year) => new(street, DeterministicGuid.From(Guid.Empty, $"case-register/{year}"));

    public static string Format(string street, int year, long number) => $"{street}-{year}-{number:D6}";
}

/// <summary>
/// Appends new cases together with their numbers, <c>street-yyyy-nnnnnn</c>, without gaps. Within the process one append
/// per street and year goes at a time; other instances are met by the register's expected version.
/// </summary>
internal sealed class CaseNumbers(IEventStore store, NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<StreamId, Register> registers = new();

    /// <param name="cases">The new streams, their events given the case number.</param>
    /// <exception cref="StreamVersionConflictException">One of the cases exists already.</exception>
    public async Task<IReadOnlyList<string>> Append(
        string street, int year, IReadOnlyList<NewCase> cases, EventMetadata metadata, CancellationToken cancellation)
    {
        var stream = CaseRegister.Stream(street, year);
        var register = registers.GetOrAdd(stream, _ => new Register());
        await register.Gate.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var last = register.Last ??= await LastNumber(stream, cancellation);
                var numbers = cases.Select((_, i) => CaseRegister.Format(street, year, last + 1 + i)).ToList();
                var taken = cases.Select((c, i) => NewEvent.Of(new CaseNumberTaken(c.Id, numbers[i])));
                var opened = cases.Select((c, i) => StreamAppend.To<Finding>(
                    new StreamId(street, c.Id), 0, Transactions.Identified(new StreamId(street, c.Id), c.Events(numbers[i]), c.Cause)));
                try
                {
                    await store.Append([StreamAppend.To<CaseRegister>(stream, last, taken), .. opened], metadata, cancellation);
                    register.Last = last + cases.Count;
                    return numbers;
                }
                catch (StreamVersionConflictException conflict) when (conflict.Stream == stream)
                {
                    register.Last = null;
                }
            }
        }
        catch
        {
            // Whether an append that failed on the way was committed is the database's to say.
            register.Last = null;
            throw;
        }
        finally
        {
            register.Gate.Release();
        }
    }

    private async Task<long> LastNumber(StreamId stream, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT last FROM case_registers WHERE street = @Tenant AND id = @Id", new { stream.Tenant, stream.Id }, cancellationToken: cancellation)) ?? 0;
    }

    private sealed class Register
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public long? Last { get; set; }
    }
}

/// <param name="Events">The first events of the case, made with its number.</param>
/// <param name="Cause">Request or import row behind it; a repeat derives the same event ids.</param>
internal sealed record NewCase(Guid Id, Func<string, IReadOnlyList<object>> Events, Guid? Cause);
