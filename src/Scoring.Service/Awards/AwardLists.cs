using Campaign.Scoring.Totals;

namespace Campaign.Scoring.Awards;

/// <summary>Who is honoured, who is fined, and who shares it.</summary>
/// <param name="Notes">What the office must look at, in sentences.</param>
internal sealed record AwardLists(
    IReadOnlyList<Award> Awards, IReadOnlyList<Fine> Fines, IReadOnlyList<GuarantorShare> Guarantors, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// By rank, level by level: those whom no veto takes out and who reach what the level asks for. Equal totals are not told apart: who
    /// shares the last place gets the level too, and a note says so.
    /// </summary>
    public static AwardLists Propose(
        AwardSchemeSet scheme, IReadOnlyList<SubjectTotal> totals, IReadOnlyList<GuarantorLink> links, IReadOnlyList<Fine> fines)
    {
        var (awards, notes) = (new List<Award>(), new List<string>());
        foreach (var category in scheme.Levels.GroupBy(level => level.Category, StringComparer.Ordinal))
        {
            var waiting = totals.Where(t => t is { Vetoed: false, Total: not null } && t.Category == category.Key)
                .OrderByDescending(t => t.Total).ThenBy(t => t.Subject, StringComparer.Ordinal).ToList();
            foreach (var level in category)
            {
                var winners = Winners(level, waiting);
                if (winners.Count > level.Places) notes.Add($"“{level.Category}”{level.Level}名额 {level.Places} 个，因总分并列评定 {winners.Count} 个。");
                awards.AddRange(winners.Select(w => new Award(
                    w.Subject, w.Name, w.Category, level.Level, w.Rank, w.Total!.Value, level.UnitYuan, level.LeaderYuan, level.PersonYuan)));
                waiting.RemoveRange(0, winners.Count);
            }
        }
        notes.AddRange(totals.Where(t => t.Vetoed).Select(t => $"{t.Name}因一票否决或通报批评取消评先资格，原列“{t.Category}”第 {t.Rank} 名。"));
        if (scheme.Note is { } note) notes.Add(note);
        return new(awards, fines, [.. links.SelectMany(link => Shares(link, awards, fines))], notes);
    }

    private static IReadOnlyList<SubjectTotal> Winners(AwardLevel level, IReadOnlyList<SubjectTotal> waiting)
    {
        var worthy = waiting.TakeWhile(t => level.AtLeast is not { } least || t.Total >= least).ToList();
        if (level.Places is not { } places || worthy.Count <= places) return worthy;
        return places == 0 ? [] : worthy.TakeWhile(t => t.Total >= worthy[places - 1].Total).ToList();
    }

    private static IEnumerable<GuarantorShare> Shares(GuarantorLink link, IReadOnlyList<Award> awards, IReadOnlyList<Fine> fines) =>
    [
        .. awards.Where(a => link.Subjects.Contains(a.Subject, StringComparer.Ordinal))
            .Select(a => new GuarantorShare(link.Post, a.Subject, a.Name, a.Level, a.LeaderYuan)),
        .. fines.Where(f => link.Subjects.Contains(f.Subject, StringComparer.Ordinal))
            .Select(f => new GuarantorShare(link.Post, f.Subject, f.Name, "罚款", -f.Yuan)),
    ];
}

/// <param name="LeaderYuan">For each leader of the unit.</param>
/// <param name="PersonYuan">For each of its staff.</param>
internal sealed record Award(
    string Subject, string Name, string Category, string Level, int Rank, decimal Total, decimal? UnitYuan, decimal? LeaderYuan, decimal? PersonYuan);

/// <summary>At the office's discretion, within the scheme's range.</summary>
internal sealed record Fine(string Subject, string Name, decimal Yuan, string Reason);

/// <summary>同奖同罚.</summary>
/// <param name="Yuan">As each leader of the community gets; negative: the fine it bears.</param>
internal sealed record GuarantorShare(string Post, string Subject, string Name, string For, decimal? Yuan);
