using Campaign.Demo.Api;
using Campaign.Demo.Input;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>What is entered in Scoring itself, and waiting for what comes from the others.</summary>
internal sealed class Scoring(Caller office, Polling polling, string street)
{
    private const int SourcesAtOnce = 500;
    private string Street => $"api/streets/{street}";

    public Task KnowsSubjects(IEnumerable<Unit> units) => polling.UntilNothing<Ranked>(
        "考评对象", [.. units.Where(unit => unit.Category is not null).Select(Ranked.As)], async missing =>
        {
            var known = (await office.GetAll<Ranked>($"{Street}/subjects")).ToHashSet();
            return [.. missing.Where(subject => !known.Contains(subject))];
        }, _ => { });

    public async Task CommendationsAndVetoes(MonthFile file)
    {
        foreach (var (id, body) in Honours.Commendations(file)) await office.Put($"{Street}/commendations/{id}", body);
        foreach (var (id, body) in Honours.Vetoes(file)) await office.Put($"{Street}/vetoes/{id}", body);
        Screen.Done($"表扬 {file.Commendations?.Count ?? 0} 项，一票否决 {file.Vetoes?.Count ?? 0} 项");
    }

    public async Task HasSeen(IReadOnlyList<Source> sources)
    {
        await polling.UntilNothing("考评服务收到的事实", sources, StillMissing, left => Screen.Progress($"还差 {left}／{sources.Count} 个案卷"));
        Screen.Done($"{sources.Count} 个案卷、{sources.Sum(source => source.Facts)} 条事实全部到达考评服务");
    }

    private async Task<IReadOnlyList<Source>> StillMissing(IReadOnlyList<Source> sources)
    {
        var missing = new List<Source>();
        foreach (var some in sources.Chunk(SourcesAtOnce))
            missing.AddRange((await office.Post<Awaited>($"{Street}/scorecards/awaited", new { Sources = some })).Missing);
        return missing;
    }

    private sealed record Ranked(string Subject, string Name, string Category, DateOnly From, DateOnly? Until)
    {
        public static Ranked As(Unit unit) => new(unit.Code, unit.Name, unit.Category!, unit.From, unit.Until);
    }

    private sealed record Awaited(IReadOnlyList<Source> Missing);
}
