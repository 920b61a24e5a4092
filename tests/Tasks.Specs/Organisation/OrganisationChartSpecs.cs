using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.Organisation.ADay;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class OrganisationChartSpecs
{
    private static readonly OrganisationChart Chart = OrganisationChart.Of(InMarch);

    [Fact]
    public void Everybody_reports_to_the_head_and_area_officers_to_their_guarantor() =>
        Chart.Edges.Where(edge => edge.Kind is ChartEdgeKind.ReportsTo).Select(edge => (edge.From, edge.To)).ShouldBe(
        [
            ("post/P02", "post/P01"), ("post/P06", "post/P01"), ("post/P03", "post/P01"), ("post/P04", "post/P03"),
        ]);

    [Fact]
    public void Everybody_reports_to_each_of_two_heads()
    {
        var chart = OrganisationChart.Of(InMarch with
        {
            Posts = [.. InMarch.Posts, new("P00", 1, "党工委书记", PostRole.LeadingGroupHead, null, null, [], [])],
        });
        Superiors(chart, "P06").ShouldBe(["post/P00", "post/P01"]);
        Superiors(chart, "P02").ShouldBe(["post/P00", "post/P01"]);
        Superiors(chart, "P00").ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_head_everybody_reports_to_the_deputies()
    {
        var chart = OrganisationChart.Of(InMarch with { Posts = [.. InMarch.Posts.Where(post => post.Code != "P01")] });
        Superiors(chart, "P06").ShouldBe(["post/P02"]);
        Superiors(chart, "P02").ShouldBeEmpty();
    }

    [Fact]
    public void Guarantors_guarantee_and_units_belong_to_their_community()
    {
        Chart.Edges.ShouldContain(new ChartEdge("post/P03", "community/C1", ChartEdgeKind.Guarantees));
        Chart.Edges.ShouldContain(new ChartEdge("unit/U001", "community/C1", ChartEdgeKind.BelongsTo));
        Chart.Edges.ShouldContain(new ChartEdge("unit/U013", "street/990101001", ChartEdgeKind.BelongsTo));
    }

    [Fact]
    public void Every_edge_joins_two_nodes_of_the_chart()
    {
        var nodes = Chart.Nodes.Select(node => node.Id).ToHashSet();
        Chart.Edges.ShouldAllBe(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To));
        Chart.Nodes.Count.ShouldBe(nodes.Count);
    }

    [Fact]
    public void There_are_no_cycles()
    {
        var above = Chart.Edges.ToLookup(edge => edge.From, edge => edge.To);
        Chart.Nodes.ShouldAllBe(node => !Reachable(node.Id, above).Contains(node.Id));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var otherwise = InMarch with { Posts = [.. InMarch.Posts.Reverse()] };
        Json.Of(OrganisationChart.Of(otherwise)).ShouldBe(Json.Of(Chart));
    }

    [Fact]
    public void A_vacant_post_is_shown_without_holder() =>
        (Chart.Nodes.Single(node => node.Id == "post/P04").Holder, Chart.Nodes.Single(node => node.Id == "post/P03").Holder)
            .ShouldBe((null, "account-3"));

    private static IEnumerable<string> Superiors(OrganisationChart chart, string post) =>
        chart.Edges.Where(edge => edge.Kind is ChartEdgeKind.ReportsTo && edge.From == $"post/{post}").Select(edge => edge.To);

    private static HashSet<string> Reachable(string from, ILookup<string, string> above)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(above[from]);
        while (open.TryDequeue(out var node))
        {
            if (!seen.Add(node)) continue;
            foreach (var next in above[node]) open.Enqueue(next);
        }
        return seen;
    }
}
