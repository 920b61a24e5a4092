using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>What one caller wants numbered and committed.</summary>
internal sealed record NumberRequest(IReadOnlyList<FindingOpening> Openings, EventMetadata Metadata, IReadOnlyList<StreamAppend> Others)
    : BatchedRequest
{
    public IReadOnlyList<string> Numbers { get; set; } = [];

    public bool Touches(Guid stream) => Openings.Any(opening => opening.Id == stream) || Others.Any(other => other.Stream.Id == stream);
}

/// <summary>Gives a street's numbers, one append after the other.</summary>
internal sealed class CaseNumberAllocator
{
    private readonly string street;
    private readonly IEventStore store;
    private readonly NpgsqlDataSource database;
    private readonly RequestBatcher<NumberRequest> batcher;
    /// <summary>The last number of each year. What an append that fails on the way has come to is the database's to say.</summary>
    private readonly Dictionary<int, long> last = [];

    public CaseNumberAllocator(string street, IEventStore store, NpgsqlDataSource database)
    {
        (this.street, this.store, this.database) = (street, store, database);
        batcher = new(AppendTogether, mostCarriers: 1);
    }

    public Task Serve(NumberRequest request, CancellationToken cancellation) => batcher.Gather(request, cancellation);

    private async Task AppendTogether(IReadOnlyList<NumberRequest> group)
    {
        for (var left = group.ToList(); left.Count > 0;)
        {
            try
            {
                await AppendInOneTransaction(left);
                foreach (var request in left) request.Succeed();
                return;
            }
            catch (StreamVersionConflictException conflict)
            {
                last.Clear();
                // Its own fault, and nobody else's. Where nobody is at fault another instance has given numbers: again, from the next.
                if (left.FindLast(request => request.Touches(conflict.Stream.Id)) is not { } faulty) continue;
                left.Remove(faulty);
                faulty.Fail(conflict);
            }
            catch (Exception) when (left.Count > 1)
            {
                last.Clear();
                foreach (var request in left) await AppendTogether([request]);
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

    private async Task AppendInOneTransaction(IReadOnlyList<NumberRequest> group)
    {
        var given = new Dictionary<int, long>();
        foreach (var year in group.SelectMany(request => request.Openings).Select(opening => opening.Year).Distinct())
            given[year] = last.TryGetValue(year, out var known) ? known : await LastNumber(year);

        var (register, findings) = (new List<StreamAppend>(), new List<StreamAppend>());
        foreach (var request in group)
        {
            request.Numbers = [.. request.Openings.Select(opening => CaseRegister.Format(street, opening.Year, ++given[opening.Year]))];
            var numbered = request.Openings.Zip(request.Numbers).ToList();
            var taken = numbered.GroupBy(x => x.First.Year).Select(year => StreamAppend.To(
                CaseRegister.Stream(street, year.Key), given[year.Key] - year.Count(),
                year.Select(x => NewEvent.Of(new CaseNumberTaken(x.First.Id, x.Second)))));
            var opened = numbered.Select(x => Open(x.First, x.Second));
            register.AddRange(taken.Select(append => append with { Metadata = request.Metadata }));
            findings.AddRange(opened.Concat(request.Others).Select(append => append with { Metadata = request.Metadata }));
        }

        await store.Append([.. register, .. findings], EventMetadata.None, CancellationToken.None);
        foreach (var (year, number) in given) last[year] = number;
    }

    private StreamAppend Open(FindingOpening opening, string number)
    {
        var stream = Finding.Stream(street, opening.Id);
        return StreamAppend.To<Finding>(stream, 0, Transactions.Identified(stream, opening.Events(number), opening.Cause));
    }

    private async Task<long> LastNumber(int year)
    {
        var stream = CaseRegister.Stream(street, year);
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT last FROM case_registers WHERE street = @Tenant AND id = @Id", new { stream.Tenant, stream.Id }) ?? 0;
    }
}
