using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>Some of what one phone did, in one batch.</summary>
internal sealed record Delivery(int Phone, int From, int Count);

/// <summary>What is done on two phones, each command a number, and how it arrives.</summary>
internal sealed record OfflineDay(int[][] Deeds, Delivery[] Deliveries)
{
    public const int Phones = 2;
    private const int Most = 6;
    private const int Kinds = 7;

    public static readonly Delivery[] Whole = [.. Enumerable.Range(0, Phones).Select(phone => new Delivery(phone, 0, Most))];

    private static readonly Gen<OfflineDay> Days =
        from deeds in Gen.Choose(0, Kinds - 1).ArrayOf(Most).ArrayOf(Phones)
        from size in Gen.Choose(0, 8)
        from deliveries in (
            from phone in Gen.Choose(0, Phones - 1)
            from start in Gen.Choose(0, Most - 1)
            from count in Gen.Choose(1, Most)
            select new Delivery(phone, start, count)).ArrayOf(size)
        select new OfflineDay(deeds, deliveries);

    /// <summary>A failure shrinks to fewer deliveries and deeds.</summary>
    public static Arbitrary<OfflineDay> Any { get; } = Arb.From(Days, day =>
        day.Deliveries.Select((_, i) => day with { Deliveries = Without(day.Deliveries, i) })
            .Concat(day.Deeds.SelectMany((deeds, phone) => deeds.Select((_, i) => day with
            {
                Deeds = [.. day.Deeds.Select((d, p) => p == phone ? Without(d, i) : d)],
            }))));

    public OfflineWork Work()
    {
        var office = new Phone(street: null!);
        var (shared, visit) = (
            office.Record($"共知{Guid.NewGuid():N}"),
            office.Do("startInspection", new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查" }));
        var things = new List<Guid> { shared.Id, visit.Id };
        return new(shared.Id, visit.Id, [shared, visit],
            [.. Deeds.Select((deeds, number) => OnPhone(number + 1, deeds, shared.Id, visit.Id, things))], things);
    }

    private static Done[] OnPhone(int number, int[] deeds, Guid shared, Guid visit, List<Guid> things)
    {
        var phone = new Phone(street: null!);
        var photos = new { photos = new[] { Convert.ToHexStringLower(SHA256.HashData(TestStreet.Photo($"手机{number}"))) } };
        Guid? own = null;
        return [.. deeds.Select((command, i) => (command, own) switch
        {
            (2, { } mine) => phone.Do("addPhotos", photos, mine),
            (3, { } mine) => phone.Do("voidFinding", new { reason = "误报" }, mine),
            (4, _) => phone.Do("addPhotos", photos, shared, baseVersion: 1),
            // An item of its own.
            (5, _) => phone.Do("scoreItem", new { no = number, deduction = i + 1, reason = "脏" }, visit, baseVersion: 1),
            (6, _) => phone.Do("addPhotos", photos, Guid.CreateVersion7()),
            _ => New(),
        })];

        Done New()
        {
            var recorded = phone.Record($"新案{Guid.NewGuid():N}");
            own = recorded.Id;
            things.Add(recorded.Id);
            return recorded;
        }
    }

    private static T[] Without<T>(T[] all, int index) => [.. all.Where((_, i) => i != index)];
}

/// <param name="Shared">The case that both phones know.</param>
/// <param name="Visit">The sheet that both fill.</param>
/// <param name="Before">What both build on.</param>
/// <param name="Done">On each phone, in order.</param>
/// <param name="Things">All that any of it is about.</param>
internal sealed record OfflineWork(Guid Shared, Guid Visit, Done[] Before, IReadOnlyList<Done[]> Done, IReadOnlyList<Guid> Things)
{
    public bool IsShared(Guid thing) => thing == Shared || thing == Visit;
}
