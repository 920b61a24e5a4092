using Campaign.Scoring.Honours;
using Campaign.Scoring.Totals;

namespace Campaign.Scoring.Awards;

/// <summary>Who is honoured, who is fined, and who shares it.</summary>
/// <param name="Notes">What the office must look at, in sentences.</param>
/// <param name="Barred">Whom a veto or a criticism takes out; null in lists that were signed before it was noted, as is the next.</param>
/// <param name="Commended">A row for each commendation.</param>
/// <param name="HeadCounts">As the office entered them, also of units without an award; null before they were asked for.</param>
internal sealed record AwardLists(
    IReadOnlyList<Award> Awards, IReadOnlyList<Fine> Fines, IReadOnlyList<GuarantorShare> Guarantors, IReadOnlyList<string> Notes,
    IReadOnlyList<BarredSubject>? Barred = null, IReadOnlyList<CommendedSubject>? Commended = null,
    IReadOnlyList<HeadCount>? HeadCounts = null)
{
    /// <summary>What the lists cost and bring in.</summary>
    public AwardSums Sums => AwardSums.Of(this);

    /// <summary>Whether the same is awarded, fined and shared, whatever the notes say.</summary>
    public bool SameAs(AwardLists other) =>
        Awards.SequenceEqual(other.Awards) && Fines.SequenceEqual(other.Fines) && Guarantors.SequenceEqual(other.Guarantors);

    /// <summary>
    /// By rank, level by level: those whom no veto takes out and who reach what the level asks for. Equal totals are not told apart: who
    /// shares the last place gets the level too, and a note says so.
    /// </summary>
    public static AwardLists Propose(
        AwardSchemeSet scheme, IReadOnlyList<SubjectTotal> totals, IReadOnlyList<GuarantorLink> links, IReadOnlyList<Fine> fines,
        IReadOnlyList<HeadCount>? headCounts = null)
    {
        var heads = (headCounts ?? []).ToDictionary(h => h.Subject, StringComparer.Ordinal);
        var (awards, notes) = (new List<Award>(), new List<string>());
        foreach (var category in scheme.Levels.GroupBy(level => level.Category, StringComparer.Ordinal))
        {
            var waiting = totals.Where(t => t is { Vetoed: false, Total: not null } && t.Category == category.Key)
                .OrderByDescending(t => t.Total).ThenBy(t => t.Subject, StringComparer.Ordinal).ToList();
            foreach (var level in category)
            {
                var winners = Winners(level, waiting);
                if (winners.Count > level.Places)
                    notes.Add($"“{level.Category}”{level.Level}名额 {level.Places} 个，因总分并列评定 {winners.Count} 个。");
                awards.AddRange(winners.Select(w => new Award(
                    w.Subject, w.Name, w.Category, level.Level, w.Rank!.Value, w.Total!.Value, level.UnitYuan, level.LeaderYuan,
                    level.PersonYuan, heads.GetValueOrDefault(w.Subject)?.Leaders, heads.GetValueOrDefault(w.Subject)?.Staff)));
                waiting.RemoveRange(0, winners.Count);
            }
        }
        var barred = totals.Where(t => t.Vetoed)
            .Select(t => new BarredSubject(t.Subject, t.Name, t.Category, HonourWords.Grounds(t.Honours), t.Rank, t.Total)).ToList();
        notes.AddRange(barred.Select(b =>
            $"{b.Name}因{b.Ground}取消评先资格{(b.RankIfNotVetoed is { } rank ? $"，原列“{b.Category}”第 {rank} 名" : "")}。"));
        if (scheme.Note is { } note) notes.Add(note);
        var uncounted = awards.Where(a => a.Yuan is null).Select(a => a.Name).ToList();
        if (uncounted.Count > 0) notes.Add($"下列获奖单位未填人数，奖金合计暂不能计算：{string.Join('、', uncounted)}。");
        return new(awards, fines, [.. links.SelectMany(link => Shares(link, awards, fines))], notes, barred,
            [.. totals.SelectMany(CommendedSubject.Of)], headCounts);
    }

    private static IReadOnlyList<SubjectTotal> Winners(Stored.AwardLevel level, IReadOnlyList<SubjectTotal> waiting)
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
/// <param name="Leaders">How many; null where that was not told.</param>
/// <param name="Staff">How many; null where that was not told.</param>
internal sealed record Award(
    string Subject, string Name, string Category, string Level, int Rank, decimal Total, decimal? UnitYuan, decimal? LeaderYuan,
    decimal? PersonYuan, int? Leaders = null, int? Staff = null)
{
    /// <summary>What the award costs; null while it is paid by the head and the heads were not counted.</summary>
    public decimal? Yuan => PerHead(LeaderYuan, Leaders) + PerHead(PersonYuan, Staff) + (UnitYuan ?? 0);

    private static decimal? PerHead(decimal? yuan, int? heads) => yuan is null ? 0 : yuan * heads;
}

/// <summary>How many share an award that is paid by the head.</summary>
/// <param name="Leaders">领导.</param>
/// <param name="Staff">职工.</param>
internal sealed record HeadCount(string Subject, int Leaders, int Staff);

/// <summary>合计.</summary>
/// <param name="Awards">Null while the heads of a unit were not counted.</param>
/// <param name="Guarantors">What guarantors get; the fines they bear are not in it.</param>
/// <param name="Fines">Of units and of the guarantors that bear the same.</param>
internal sealed record AwardSums(decimal? Awards, decimal Guarantors, decimal Fines)
{
    public static AwardSums Of(AwardLists lists) => new(
        lists.Awards.Any(a => a.Yuan is null) ? null : lists.Awards.Sum(a => a.Yuan),
        lists.Guarantors.Sum(g => Math.Max(g.Yuan ?? 0, 0)),
        lists.Fines.Sum(f => f.Yuan) - lists.Guarantors.Sum(g => Math.Min(g.Yuan ?? 0, 0)));
}

/// <summary>取消评先资格.</summary>
/// <param name="Ground">一票否决, 通报批评, 媒体曝光.</param>
internal sealed record BarredSubject(string Subject, string Name, string Category, string Ground, int? RankIfNotVetoed, decimal? Total);

/// <param name="Praise">市级表扬, 区级表扬, 街道表扬.</param>
internal sealed record CommendedSubject(
    string Subject, string Name, string Category, int? Rank, string Praise, DateOnly Date, string Reason)
{
    public static IEnumerable<CommendedSubject> Of(SubjectTotal total) => (total.Honours?.Commendations ?? [])
        .Select(c =>
            new CommendedSubject(total.Subject, total.Name, total.Category, total.Rank, HonourWords.Of(c.Level), c.Date, c.Reason));
}

/// <summary>At the office's discretion, within the scheme's range.</summary>
internal sealed record Fine(string Subject, string Name, decimal Yuan, string Reason);

/// <summary>同奖同罚.</summary>
/// <param name="Yuan">As each leader of the community gets; negative: the fine it bears.</param>
internal sealed record GuarantorShare(string Post, string Subject, string Name, string For, decimal? Yuan);
