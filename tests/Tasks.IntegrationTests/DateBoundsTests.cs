using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>
/// Whatever day, moment or year an operation takes, by path, query or body: one out of bounds is refused where it stands.
/// </summary>
public sealed class DateBoundsTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly Role[] Everybody =
        [Role.StreetOffice, Role.UnitOfficer, Role.Inspector, Role.GuarantorLeader, Role.DistrictOffice];

    [Fact]
    public async Task Every_date_of_every_operation_has_bounds()
    {
        var street = await AStreet.Create(fixture);
        var (clients, wrong, sent) = (
            Everybody.Select(role => fixture.Client(role, street.Code, AStreet.Committee)).ToList(), new List<string>(), 0);
        foreach (var operation in DatedOperation.All)
        {
            foreach (var (place, pointer, value) in operation.Dates)
            {
                var answer = await Ask(clients, operation, street.Code, place, value);
                var expected = (HttpStatusCode.UnprocessableEntity, DateBounds.Rule, pointer);
                if ((answer.Status, answer.Rule, First(answer)) != expected)
                    wrong.Add($"{operation} {place}={value}: {(int)answer.Status} {answer.Body}");
                sent++;
            }
        }
        clients.ForEach(client => client.Dispose());
        wrong.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(100, "an empty document proves nothing");
    }

    [Fact]
    public async Task The_days_at_the_bounds_are_taken()
    {
        var street = await AStreet.Create(fixture);
        (await street.Office.Get($"{street.Path}/units?on=2000-01-01")).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/assignments?dueFrom=2000-01-01&dueTo=2100-12-31")).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/assignments?dueTo=2101-01-01")).Pointers.ShouldBe(["/dueTo"]);
        (await street.Office.Get($"{street.Path}/assignments?dueFrom=1999-12-31")).Pointers.ShouldBe(["/dueFrom"]);
        (await Issue(street, "2101-01-01T00:00:00+08:00")).Status.ShouldBe(HttpStatusCode.Created, "24:00 of the last day belongs to it");
        (await Issue(street, "2101-01-01T00:00:01+08:00")).Pointers.ShouldBe(["/due"]);
        (await street.Office.Get($"{street.Path}/indicators?year=2100")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_that_are_out_of_bounds_are_named_at_once_and_open_ends_are_no_dates()
    {
        var street = await AStreet.Create(fixture);
        var refused = await street.Office.Put($"{street.Path}/units/U050", new { name = "水务所", from = "0001-01-01", until = "9999-12-31" });
        (refused.Rule, string.Join(' ', refused.Pointers)).ShouldBe((DateBounds.Rule, "/from /until"));
        (await street.Office.Put($"{street.Path}/units/U050", new { name = "水务所" })).Pointers.ShouldBe(["/from"]);
        (await street.Office.Put($"{street.Path}/units/U050", new { name = "水务所", from = "2024-01-01" })).Status.ShouldBe(
            HttpStatusCode.OK);
    }

    private static Task<Answer> Issue(AStreet street, string due) =>
        street.Office.Post($"{street.Path}/assignments", new { title = "归档", unit = AStreet.Committee, due });

    /// <summary>As whoever is let in.</summary>
    private static async Task<Answer> Ask(List<HttpClient> clients, DatedOperation operation, string street, string place, string value)
    {
        foreach (var client in clients)
        {
            var answer = await client.Ask(operation.Method, operation.Address(street, place, value), operation.Body(place, value));
            if (answer.Status is not HttpStatusCode.Forbidden) return answer;
        }
        throw new InvalidOperationException($"Nobody may {operation}.");
    }

    private static string? First(Answer answer) => answer.Body.TryGetProperty("errors", out _) ? answer.Pointers.FirstOrDefault() : null;
}
