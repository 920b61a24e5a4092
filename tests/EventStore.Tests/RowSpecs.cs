namespace Campaign.EventStore.Tests;

/// <summary>Rows come into their table as they were given, whoever travels with them.</summary>
public sealed class RowSpecs : IAsyncLifetime
{
    private const string Table = "public.row_specs";

    private readonly List<StreamId> streams = [.. Enumerable.Range(0, 3).Select(_ => Cases.New())];
    private Instance service = null!;

    public async ValueTask InitializeAsync()
    {
        service = await Instance.Start();
        await using var create = service.Sql.CreateCommand(
            $"""
             CREATE TABLE {Table} (
                 street text, id uuid, no int, tags text[], status text, at timestamptz, day date, weight numeric, data jsonb, steps int DEFAULT 0,
                 PRIMARY KEY (street, id, no))
             """);
        await create.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Texts_of_any_kind_and_number_arrive_as_they_are()
    {
        string[][] tags = [["一", "", " ", "null", "NULL"], [], ["\"", "\\", "{a,b}", "a\"b\\c,d", "\n\t'"]];
        await Commit(sql =>
        {
            for (var i = 0; i < streams.Count; i++) Row.Of(streams[i]).Key("no", 1).With<IReadOnlyList<string>>("tags", tags[i])
                .InsertInto(Table, sql);
        });

        for (var i = 0; i < streams.Count; i++) (await Read<string[]>("tags", streams[i])).ShouldBe(tags[i]);
    }

    [Fact]
    public async Task Every_type_and_its_absence_arrives()
    {
        var at = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
        await Commit(sql =>
        {
            Row.Of(streams[0]).Key("no", 1).With("status", DayOfWeek.Friday).With<DateTimeOffset?>("at", at)
                .With<DateOnly?>("day", new(2026, 3, 1))
                .With<decimal?>("weight", 1.5m).WithJson("data", """{"a": 1}""").InsertInto(Table, sql);
            Row.Of(streams[1]).Key("no", 1).With("status", DayOfWeek.Monday).With<DateTimeOffset?>("at", null).With<DateOnly?>("day", null)
                .With<decimal?>("weight", null).WithJson("data", null).InsertInto(Table, sql);
        });

        (await Read<string>(
            "status || ' ' || (at at time zone 'UTC')::text || ' ' || day || ' ' || weight || ' ' || (data ->> 'a')", streams[0]))
            .ShouldBe("Friday 2026-03-01 00:00:00 2026-03-01 1.5 1");
        (await Read<string>("status || num_nulls(at, day, weight, data)", streams[1])).ShouldBe("Monday4");
    }

    [Fact]
    public async Task An_update_meets_the_row_of_its_key_with_what_was_given_for_it()
    {
        await Commit(sql =>
        {
            foreach (var stream in streams)
            {
                for (var no = 1; no <= 2; no++) Row.Of(stream).Key("no", no).With("status", "new").InsertInto(Table, sql);
            }

            for (var i = 0; i < streams.Count; i++)
                Row.Of(streams[i]).Key("no", 2).With("status", $"s{i}").Given("more", i).Update(Table, sql, "steps = t.steps + given.more");
        });

        for (var i = 0; i < streams.Count; i++)
            (await Read<string>("string_agg(status || steps, ' ' order by no)", streams[i])).ShouldBe($"new0 s{i}{i}");
    }

    [Fact]
    public async Task A_conflict_is_settled_as_it_is_said()
    {
        for (var time = 0; time < 2; time++)
        {
            await Commit(sql =>
            {
                foreach (var stream in streams)
                    Row.Of(stream).Key("no", 1).With("steps", 1)
                        .InsertInto(Table, sql, "(street, id, no) DO UPDATE SET steps = t.steps + excluded.steps");
            });
        }

        (await service.Scalar<long>($"SELECT count(*) FROM {Table} WHERE steps = 2")).ShouldBe(streams.Count);
    }

    [Fact]
    public void What_cannot_travel_is_said_at_once() =>
        Should.Throw<NotSupportedException>(() => Row.Of(streams[0]).With("at", DateTime.UnixEpoch)).Message.ShouldContain("DateTime");

    private Task Commit(Action<SqlBatch> write)
    {
        var sql = new SqlBatch();
        write(sql);
        return service.Store.Append([Cases.New().At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None, sql);
    }

    private Task<T> Read<T>(string what, StreamId stream) =>
        service.Scalar<T>($"SELECT {what} FROM {Table} WHERE street = $1 AND id = $2", stream.Tenant, stream.Id);
}
