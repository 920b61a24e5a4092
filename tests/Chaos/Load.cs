using System.Net;
using Campaign.Demo;
using Campaign.Demo.Api;
using Campaign.Demo.Input;

namespace Campaign.Chaos;

/// <summary>
/// People at work: inspections are entered and confirmed, findings recorded, rectified, sent back and struck off. Every step that was
/// answered is written down, and so is every one that was not.
/// </summary>
internal sealed class Load(Street street, Journal journal, TimeProvider clock)
{
    private const int Workers = 6;
    private readonly Polling polling = new(clock);

    /// <summary>Returns when everybody has finished what he had begun.</summary>
    public Task Work(int seed, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
    {
        var random = new Random(HashCode.Combine(seed, worker));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await (random.Next(2) == 0 ? Inspect(random) : Rectify(random));
            }
            catch (Exception noAnswer) when (noAnswer is DemoFailure or HttpRequestException or TaskCanceledException)
            {
                Console.WriteLine($"  … {noAnswer.Message.Split('\n')[0]}");
            }
        }
    }));

    private async Task Inspect(Random random)
    {
        var items = Enumerable.Range(1, 10)
            .Select(no => new { no, notApplicable = false, deduction = random.Next(4), reason = "现场扣分" }).ToList();
        var visit = await Step("inspections", "inspection_started", () => street.Inspector.Post<Visit>($"{Street.Path}/inspections", new
        {
            subject = OneOf(random, Street.Units),
            sheet = Street.Sheet,
            kind = "日常检查",
            items,
        }), started => started.Id);
        await Step("inspections", visit.Id, "inspection_confirmed",
            () => street.Inspector.Post($"{Street.Path}/inspections/{visit.Id}/confirmation", new { }));
    }

    private async Task Rectify(Random random)
    {
        var (before, after) = (Picture.New(), Picture.New());
        foreach (var picture in new[] { before, after }) await polling.Until("照片", () => Upload(picture));
        var finding = await Step("inspections", "finding_recorded", () => street.Inspector.Post<Finding>($"{Street.Path}/findings", new
        {
            category = Street.Category,
            description = "绿化带内有垃圾",
            photos = new[] { before.Id },
            place = new { address = "健康路", community = OneOf(random, Street.Units) },
        }), recorded => recorded.Id);

        var assignment = await polling.Until("交办", async () =>
            (await street.Office.GetAll<Assignment>($"{Street.Path}/assignments?finding={finding.Id}")).SingleOrDefault());
        await Step("tasks", assignment.Id, "assignment_acknowledged", () => Act(assignment, "acknowledgement", new { }));
        for (var passed = false; !passed;)
        {
            await Step("tasks", assignment.Id, "assignment_submitted",
                () => Act(assignment, "submission", new { photos = new[] { after.Id }, note = "已清运" }));
            await polling.Until(
                "上报", async () =>
                    (await street.Office.Get<Row>($"{Street.Path}/findings/{finding.Id}")).Status == "Reported" ? "yes" : null);
            passed = random.Next(3) > 0;
            await Step("inspections", finding.Id, passed ? "finding_struck_off" : "rectification_rejected", () =>
                street.Inspector.Post(
                    $"{Street.Path}/findings/{finding.Id}/verification", new { passed, reason = passed ? null : "仍有残留" }));
            if (passed) return;
            await polling.Until(
                "退回", async () =>
                    (await street.Office.Get<Row>($"{Street.Path}/assignments/{assignment.Id}")).Status == "Returned" ? "yes" : null);
        }
    }

    /// <summary>Null while there is no room for it: a person sends it again until there is.</summary>
    private async Task<Picture?> Upload(Picture picture)
    {
        try
        {
            await street.Inspector.Upload($"{Street.Path}/evidence/{picture.Id}", picture.Bytes, "image/png");
            journal.Photos.Take(picture.Id);
            return picture;
        }
        catch (Refused full) when (full.Status == (int)HttpStatusCode.InsufficientStorage)
        {
            journal.Photos.Refuse(picture.Id);
            return null;
        }
    }

    private Task Act(Assignment assignment, string action, object body) =>
        street.Officer.Post($"{Street.Path}/assignments/{assignment.Id}/{action}", body);

    private Task Step(string database, Guid stream, string @event, Func<Task> command) => Step(database, @event, async () =>
    {
        await command();
        return "done";
    }, _ => stream, stream);

    private async Task<T> Step<T>(string database, string @event, Func<Task<T>> command, Func<T, Guid> stream, Guid known = default)
    {
        try
        {
            var answer = await command();
            journal.Acknowledge(database, stream(answer), @event);
            return answer;
        }
        catch (Exception noAnswer) when (noAnswer is not Refused { Status: < 500 })
        {
            journal.Doubt(database, known, @event);
            throw;
        }
    }

    private static string OneOf(Random random, string[] all) => all[random.Next(all.Length)];

    private sealed record Visit(Guid Id);

    private sealed record Finding(Guid Id);

    private sealed record Assignment(Guid Id);

    private sealed record Row(string Status);
}
