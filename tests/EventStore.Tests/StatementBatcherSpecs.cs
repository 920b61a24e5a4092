namespace Campaign.EventStore.Tests;

/// <summary>Rows travel together where that changes nothing, and only there.</summary>
public sealed class StatementBatcherSpecs
{
    private const string Insert = "insert";
    private const string Update = "update";

    private static readonly StreamId First = new("a", Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly StreamId Second = new("a", Guid.Parse("00000000-0000-0000-0000-000000000002"));

    private readonly SqlBatch sql = new();

    [Fact]
    public void Rows_of_different_streams_are_one_statement()
    {
        sql.AddRow(First, Insert, 1);
        sql.AddRow(Second, Insert, 2);
        Sent().ShouldBe(["insert 1,2"]);
    }

    [Fact]
    public void Rows_of_one_stream_keep_their_order()
    {
        sql.AddRow(First, Insert, 1);
        sql.AddRow(First, Update, 2);
        sql.AddRow(Second, Insert, 3);
        sql.AddRow(Second, Update, 4);
        sql.AddRow(First, Update, 5);
        Sent().ShouldBe(["insert 1,3", "update 2,4", "update 5"]);
    }

    [Fact]
    public void A_stream_that_updates_first_does_not_join_an_insert_before_it()
    {
        sql.AddRow(First, Insert, 1);
        sql.AddRow(Second, Update, 2);
        sql.AddRow(Second, Insert, 3);
        Sent().ShouldBe(["insert 1", "update 2", "insert 3"]);
    }

    [Fact]
    public void Nothing_passes_a_statement_that_keeps_its_place()
    {
        sql.AddRow(First, Insert, 1);
        sql.Add("delete", 2);
        sql.AddRow(Second, Insert, 3);
        Sent().ShouldBe(["insert 1", "delete 2", "insert 3"]);
    }

    [Fact]
    public void What_commutes_is_one_statement_behind_everything()
    {
        sql.AddUnordered("count", 1);
        sql.AddRow(First, Insert, 2);
        sql.Add("delete", 3);
        sql.AddUnordered("count", 4);
        Sent().ShouldBe(["insert 2", "delete 3", "count 1,4"]);
    }

    [Fact]
    public void Nulls_stand_among_values_and_alone_without_a_type()
    {
        sql.AddRow(First, Insert, 1L, null, "x");
        sql.AddRow(Second, Insert, null, null, null);
        var arguments = sql.Statements.ShouldHaveSingleItem().Arguments;
        arguments[0].ShouldBe(new long?[] { 1, null });
        arguments[1].ShouldBeNull();
        arguments[2].ShouldBe(new[] { "x", null });
    }

    [Fact]
    public void Each_stream_keeps_to_one_of_several_lanes_and_none_is_left_out()
    {
        var streams = Enumerable.Range(0, 20).Select(_ => new StreamId("a", Guid.NewGuid())).ToList();
        for (var i = 0; i < 3; i++) streams.ForEach(stream => sql.AddRow(stream, Insert, stream.Id));
        sql.AddUnordered("count", 1);
        var lanes = sql.Lanes(2)
            .Select(lane => lane.SelectMany(statement => ((Array)statement.Arguments[0]!).Cast<object>()).ToList()).ToList();
        lanes.Count.ShouldBe(2);
        lanes.ShouldAllBe(lane => lane.Count > 0);
        lanes[0].Intersect(lanes[1]).ShouldBeEmpty();
        lanes.Sum(lane => lane.Count).ShouldBe((3 * streams.Count) + 1);
    }

    [Fact]
    public void There_is_one_lane_where_a_statement_keeps_its_place()
    {
        for (var i = 0; i < 20; i++) sql.AddRow(new StreamId("a", Guid.NewGuid()), Insert, i);
        sql.Add("delete", 1);
        sql.Lanes(2).ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    private IEnumerable<string> Sent() => sql.Statements.Select(statement =>
        $"{statement.Sql} {string.Join(',', statement.Arguments.Select(a => a is Array many ? string.Join(',', many.Cast<object>()) : a))}");
}
