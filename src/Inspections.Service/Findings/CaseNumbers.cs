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

/// <param name="Year">Local year of recording; each has its own register.</param>
/// <param name="Events">The first events of the case, made with its number.</param>
/// <param name="Cause">The request behind it; a repeat derives the same event ids.</param>
internal sealed record NewCase(Guid Id, int Year, Func<string, IReadOnlyList<object>> Events, Guid? Cause = null);

/// <summary>
/// Appends new cases together with their numbers, <c>street-yyyy-nnnnnn</c>, without gaps. Within the process one append
/// per street and year goes at a time; other instances are met by the register's expected version.
/// </summary>
internal sealed class CaseNumbers(IEventStore store, NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<StreamId, Register> registers = new();

    /// <param name="cases">The new streams; numbers go in this order.</param>
    /// <param name="others">What is to be committed together with them.</param>
    /// <returns>The number of each case, in the order given.</returns>
    /// <exception cref="StreamVersionConflictException">One of the cases exists already, or one of the others has moved.</exception>
    public async Task<IReadOnlyList<string>> Append(
        string street, IReadOnlyList<NewCase> cases, EventMetadata metadata, CancellationToken cancellation,
        params IReadOnlyList<StreamAppend> others)
    {
        // Always in the order of years, so that no two appends wait for each other.
        var years = cases.Select(c => c.Year).Distinct().Order()
            .ToDictionary(year => year, year => registers.GetOrAdd(CaseRegister.Stream(street, year), stream => new Register(stream)));
        var entered = new List<Register>();
        try
        {
            foreach (var register in years.Values)
            {
                await register.Gate.WaitAsync(cancellation);
                entered.Add(register);
            }
            return await AppendInTurn(street, years, cases, metadata, others, cancellation);
        }
        finally
        {
            foreach (var register in entered) register.Gate.Release();
        }
    }

    private async Task<IReadOnlyList<string>> AppendInTurn(
        string street, Dictionary<int, Register> years, IReadOnlyList<NewCase> cases, EventMetadata metadata,
        IReadOnlyList<StreamAppend> others, CancellationToken cancellation)
    {
        while (true)
        {
            var last = new Dictionary<int, long>();
            foreach (var (year, register) in years)
            {
                last[year] = register.Last ?? await LastNumber(register.Stream, cancellation);
                // What an append that fails on the way has come to is the database's to say.
                register.Last = null;
            }
            var expected = new Dictionary<int, long>(last);
            var numbers = cases.Select(c => CaseRegister.Format(street, c.Year, ++last[c.Year])).ToList();
            var taken = cases.Zip(numbers).GroupBy(x => x.First.Year).Select(year => StreamAppend.To<CaseRegister>(
                years[year.Key].Stream, expected[year.Key], year.Select(x => NewEvent.Of(new CaseNumberTaken(x.First.Id, x.Second)))));
            var opened = cases.Zip(numbers).Select(x => Open(new StreamId(street, x.First.Id), x.First, x.Second));
            try
            {
                await store.Append([.. taken, .. opened, .. others], metadata, cancellation);
            }
            catch (StreamVersionConflictException conflict) when (years.Values.Any(register => register.Stream == conflict.Stream))
            {
                continue;
            }
            foreach (var (year, register) in years) register.Last = last[year];
            return numbers;
        }
    }

    private static StreamAppend Open(StreamId stream, NewCase @case, string number) =>
        StreamAppend.To<Finding>(stream, 0, Transactions.Identified(stream, @case.Events(number), @case.Cause));

    private async Task<long> LastNumber(StreamId stream, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT last FROM case_registers WHERE street = @Tenant AND id = @Id",
            new { stream.Tenant, stream.Id }, cancellationToken: cancellation)) ?? 0;
    }

    private sealed class Register(StreamId stream)
    {
        public StreamId Stream { get; } = stream;
        public SemaphoreSlim Gate { get; } = new(1);
        public long? Last { get; set; }
    }
}
