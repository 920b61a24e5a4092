namespace Campaign.Scoring.Awards.Stored;

/// <summary><see cref="Awards.AwardLists"/> as events keep it, with all that it is made of.</summary>
internal sealed record AwardLists(
    IReadOnlyList<Award> Awards, IReadOnlyList<Fine> Fines, IReadOnlyList<GuarantorShare> Guarantors, IReadOnlyList<string> Notes,
    IReadOnlyList<BarredSubject>? Barred = null, IReadOnlyList<CommendedSubject>? Commended = null,
    IReadOnlyList<HeadCount>? HeadCounts = null)
{
    public static AwardLists Of(Awards.AwardLists lists) => new(
        [.. lists.Awards.Select(Award.Of)], [.. lists.Fines.Select(Fine.Of)], [.. lists.Guarantors.Select(GuarantorShare.Of)], lists.Notes,
        lists.Barred is null ? null : [.. lists.Barred.Select(BarredSubject.Of)],
        lists.Commended is null ? null : [.. lists.Commended.Select(CommendedSubject.Of)],
        lists.HeadCounts is null ? null : [.. lists.HeadCounts.Select(HeadCount.Of)]);

    public Awards.AwardLists ToAwardLists() => new(
        [.. Awards.Select(award => award.ToAward())], [.. Fines.Select(fine => fine.ToFine())],
        [.. Guarantors.Select(share => share.ToGuarantorShare())], Notes,
        Barred is null ? null : [.. Barred.Select(subject => subject.ToBarredSubject())],
        Commended is null ? null : [.. Commended.Select(subject => subject.ToCommendedSubject())],
        HeadCounts is null ? null : [.. HeadCounts.Select(count => count.ToHeadCount())]);
}

internal sealed record Award(
    string Subject, string Name, string Category, string Level, int Rank, decimal Total, decimal? UnitYuan, decimal? LeaderYuan,
    decimal? PersonYuan, int? Leaders = null, int? Staff = null)
{
    public static Award Of(Awards.Award award) => new(
        award.Subject, award.Name, award.Category, award.Level, award.Rank, award.Total, award.UnitYuan, award.LeaderYuan,
        award.PersonYuan, award.Leaders, award.Staff);

    public Awards.Award ToAward() => new(Subject, Name, Category, Level, Rank, Total, UnitYuan, LeaderYuan, PersonYuan, Leaders, Staff);
}

internal sealed record HeadCount(string Subject, int Leaders, int Staff)
{
    public static HeadCount Of(Awards.HeadCount count) => new(count.Subject, count.Leaders, count.Staff);

    public Awards.HeadCount ToHeadCount() => new(Subject, Leaders, Staff);
}

internal sealed record Fine(string Subject, string Name, decimal Yuan, string Reason)
{
    public static Fine Of(Awards.Fine fine) => new(fine.Subject, fine.Name, fine.Yuan, fine.Reason);

    public Awards.Fine ToFine() => new(Subject, Name, Yuan, Reason);
}

internal sealed record GuarantorShare(string Post, string Subject, string Name, string For, decimal? Yuan)
{
    public static GuarantorShare Of(Awards.GuarantorShare share) => new(share.Post, share.Subject, share.Name, share.For, share.Yuan);

    public Awards.GuarantorShare ToGuarantorShare() => new(Post, Subject, Name, For, Yuan);
}

/// <param name="RankIfNotVetoed">0 where nobody of the category had a total.</param>
internal sealed record BarredSubject(string Subject, string Name, string Category, string Ground, int RankIfNotVetoed, decimal? Total)
{
    public static BarredSubject Of(Awards.BarredSubject subject) => new(
        subject.Subject, subject.Name, subject.Category, subject.Ground, subject.RankIfNotVetoed ?? 0, subject.Total);

    public Awards.BarredSubject ToBarredSubject() => new(
        Subject, Name, Category, Ground, RankIfNotVetoed == 0 ? null : RankIfNotVetoed, Total);
}

/// <param name="Rank">0 where nobody of the category had a total.</param>
internal sealed record CommendedSubject(string Subject, string Name, string Category, int Rank, string Praise, DateOnly Date, string Reason)
{
    public static CommendedSubject Of(Awards.CommendedSubject subject) => new(
        subject.Subject, subject.Name, subject.Category, subject.Rank ?? 0, subject.Praise, subject.Date, subject.Reason);

    public Awards.CommendedSubject ToCommendedSubject() => new(Subject, Name, Category, Rank == 0 ? null : Rank, Praise, Date, Reason);
}
