using System.Text.RegularExpressions;
using Campaign.EventStore;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Testing;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>
/// Two phones work on cases of their own, on one that both know and on one sheet. However their batches are cut, mixed and repeated, what
/// comes out is what comes out of sending each intent once, one phone after the other.
/// </summary>
public sealed partial class SyncPropertyTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const int Runs = 40;

    [Fact]
    public async Task Whatever_arrives_in_whatever_pieces_every_intent_is_done_once()
    {
        var (mixed, plain) = (await TestStreet.Create(fixture, "990101731"), await TestStreet.Create(fixture, "990101732"));
        foreach (var number in Enumerable.Range(1, OfflineDay.Phones))
        {
            foreach (var street in new[] { mixed, plain }) await street.Upload($"手机{number}");
        }

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(OfflineDay.Any, async day =>
        {
            var work = day.Work();
            await Send(mixed, work, [.. day.Deliveries, .. OfflineDay.Whole]);
            await Send(plain, work, OfflineDay.Whole);

            (await Lives(mixed, work)).ShouldBe(await Lives(plain, work));
            await NumbersHaveNoGaps(mixed);
        }));
    }

    private static async Task Send(TestStreet street, OfflineWork work, IReadOnlyList<Delivery> deliveries)
    {
        var phones = work.Done.Select((_, number) => new Phone(street, $"{work.Visit:N}-{number}", street.Office)).ToList();
        await new Phone(street, $"{work.Visit:N}", street.Office).Sync(work.Before);
        foreach (var (phone, from, count) in deliveries)
        {
            if (work.Done[phone].Skip(from).Take(count).ToArray() is { Length: > 0 } piece) await phones[phone].Sync(piece);
        }
        foreach (var (phone, done) in phones.Zip(work.Done)) (await phone.Last()).ShouldBe(done.Length);
    }

    /// <summary>
    /// Every event of every thing, of those that commute in any order; numbers and scores in between depend on the order.
    /// </summary>
    private async Task<IReadOnlyList<string>> Lives(TestStreet street, OfflineWork work)
    {
        var lives = new List<string>();
        foreach (var thing in work.Things)
        {
            var events = (await fixture.Host.Get<IEventStore>().Read(new(street.Code, thing), default)).Select(e => e.Data).ToList();
            var told = events.Select(e => CaseNumber().Replace(Json.Of(e is InspectionItemScored scored ? scored.Item : e), "#"));
            lives.Add($"{thing}: {string.Join('\n', work.IsShared(thing) ? told.Order(StringComparer.Ordinal) : told)}");
            if (thing == work.Visit) lives.Add(string.Join(',', events.Fold<Inspection>().Items));
        }
        return lives;
    }

    private async Task NumbersHaveNoGaps(TestStreet street)
    {
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        var (count, last) = await connection.QuerySingleAsync<(long, long)>(
            "SELECT count(*), max(right(case_number, 6)::bigint) FROM findings WHERE street = @Code", new { street.Code });
        last.ShouldBe(count);
    }

    [GeneratedRegex(@"\d{9}-\d{4}-\d{6}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseNumber();
}
