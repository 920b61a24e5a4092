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
/// per street goes at a time and carries all who came meanwhile; other instances are met by the register's expected version.
/// </summary>
internal sealed class CaseNumbers(IEventStore store, NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<string, NumberDesk> desks = new(StringComparer.Ordinal);

    /// <param name="cases">The new streams; numbers go in this order.</param>
    /// <param name="others">What is to be committed together with them.</param>
    /// <returns>The number of each case, in the order given.</returns>
    /// <exception cref="StreamVersionConflictException">One of the cases exists already, or one of the others has moved.</exception>
    public async Task<IReadOnlyList<string>> Append(
        string street, IReadOnlyList<NewCase> cases, EventMetadata metadata, CancellationToken cancellation,
        params IReadOnlyList<StreamAppend> others)
    {
        var asked = new Numbered(cases, metadata, others);
        await desks.GetOrAdd(street, of => new NumberDesk(of, store, database)).Serve(asked, cancellation);
        return asked.Numbers;
    }
}

/// <summary>What one caller wants numbered and committed.</summary>
internal sealed record Numbered(IReadOnlyList<NewCase> Cases, EventMetadata Metadata, IReadOnlyList<StreamAppend> Others) : BatchedRequest
{
    public IReadOnlyList<string> Numbers { get; set; } = [];

    public bool Touches(Guid stream) => Cases.Any(c => c.Id == stream) || Others.Any(other => other.Stream.Id == stream);
}

/// <summary>Gives a street's numbers, one append after the other.</summary>
internal sealed class NumberDesk
{
    private readonly string street;
    private readonly IEventStore store;
    private readonly NpgsqlDataSource database;
    private readonly RequestBatcher<Numbered> batcher;
    /// <summary>The last number of each year. What an append that fails on the way has come to is the database's to say.</summary>
    private readonly Dictionary<int, long> last = [];

    public NumberDesk(string street, IEventStore store, NpgsqlDataSource database)
    {
        (this.street, this.store, this.database) = (street, store, database);
        batcher = new(AppendTogether, mostCarriers: 1);
    }

    public Task Serve(Numbered asked, CancellationToken cancellation) => batcher.Gather(asked, cancellation);

    private async Task AppendTogether(IReadOnlyList<Numbered> group)
    {
        for (var left = group.ToList(); left.Count > 0;)
        {
            try
            {
                await AppendInOneTransaction(left);
                foreach (var asked in left) asked.Succeed();
                return;
            }
            catch (StreamVersionConflictException conflict)
            {
                last.Clear();
                // Its own fault, and nobody else's. Where nobody is at fault another instance has given numbers: again, from the next.
                if (left.FindLast(asked => asked.Touches(conflict.Stream.Id)) is not { } faulty) continue;
                left.Remove(faulty);
                faulty.Fail(conflict);
            }
            catch (Exception) when (left.Count > 1)
            {
                last.Clear();
                foreach (var asked in left) await AppendTogether([asked]);
                return;
            }
            catch (Exception e)
            {
                last.Clear();
                left[0].Fail(e);
                return;
            }
        }
    }

    private async Task AppendInOneTransaction(IReadOnlyList<Numbered> group)
    {
        var given = new Dictionary<int, long>();
        foreach (var year in group.SelectMany(asked => asked.Cases).Select(c => c.Year).Distinct())
            given[year] = last.TryGetValue(year, out var known) ? known : await LastNumber(year);

        var (register, cases) = (new List<StreamAppend>(), new List<StreamAppend>());
        foreach (var asked in group)
        {
            asked.Numbers = [.. asked.Cases.Select(c => CaseRegister.Format(street, c.Year, ++given[c.Year]))];
            var numbered = asked.Cases.Zip(asked.Numbers).ToList();
            var taken = numbered.GroupBy(x => x.First.Year).Select(year => StreamAppend.To<CaseRegister>(
                CaseRegister.Stream(street, year.Key), given[year.Key] - year.Count(),
                year.Select(x => NewEvent.Of(new CaseNumberTaken(x.First.Id, x.Second)))));
            var opened = numbered.Select(x => Open(x.First, x.Second));
            register.AddRange(taken.Select(append => append with { Metadata = asked.Metadata }));
            cases.AddRange(opened.Concat(asked.Others).Select(append => append with { Metadata = asked.Metadata }));
        }

        await store.Append([.. register, .. cases], EventMetadata.None, CancellationToken.None);
        foreach (var (year, number) in given) last[year] = number;
    }

    private StreamAppend Open(NewCase @case, string number) =>
        StreamAppend.To<Finding>(new StreamId(street, @case.Id), 0, Transactions.Identified(new StreamId(street, @case.Id), @case.Events(number), @case.Cause));

    private async Task<long> LastNumber(int year)
    {
        var stream = CaseRegister.Stream(street, year);
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long?>("SELECT last FROM case_registers WHERE street = @Tenant AND id = @Id", new { stream.Tenant, stream.Id }) ?? 0;
    }
}
