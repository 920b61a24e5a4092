using Campaign.Inspections.Evidence;
using Campaign.Inspections.Questions;
using Campaign.Web;

namespace Campaign.Inspections.Specs.Questions;

public sealed class QuestioningSpecs
{
    private const long Fingerprint = 0x0F0F_3C3C_AA55_1234;
    private static readonly DateTimeOffset Morning = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly PhotographedFinding Case = new(Guid.NewGuid(), "990101001-2024-000007", 117.2, 33.6, Morning);
    private static readonly Guid AnotherCase = Guid.NewGuid();

    private static readonly FindingPhoto Before = new(
        "b", PhotoRole.Before, 1, 1, Morning, "image/jpeg", 320, 240, Morning.AddMinutes(-5), 117.2, 33.6, Fingerprint);
    private static readonly FindingPhoto After = Before with
    {
        Photo = "a",
        Role = PhotoRole.After,
        Version = 4,
        At = Morning.AddDays(2),
        TakenAt = Morning.AddDays(2),
        Fingerprint = ~Fingerprint,
    };

    [Fact]
    public void An_honest_photo_raises_no_question() => Ask([Before, After]).ShouldBeEmpty();

    [Fact]
    public void A_photo_that_says_nothing_raises_none_either() =>
        Ask([Before with { TakenAt = null, Longitude = null, Latitude = null, Fingerprint = null }]).ShouldBeEmpty();

    [Theory, InlineData(-24, 0), InlineData(-25, 1), InlineData(24, 0), InlineData(25, 1)]
    public void A_photo_from_another_day_does(int hours, int questions) =>
        Ask([Before with { TakenAt = Morning.AddHours(hours) }]).Count(q => q.Kind == EvidenceQuestionKind.TakenAtOtherTime)
            .ShouldBe(questions);

    [Fact]
    public void The_question_says_what_and_by_how_much() =>
        Ask([Before with { TakenAt = Morning.AddDays(-3).AddHours(-1) }]).ShouldHaveSingleItem().ShouldBe(new EvidenceQuestion(
            "b", EvidenceQuestionKind.TakenAtOtherTime, "照片拍摄于 2024-08-30 08:00，与登记时间 2024-09-02 09:00 相差 3 天，请核实是否为本次现场照片。", 73));

    [Fact]
    public void A_photo_that_cannot_be_opened_is_asked_about() =>
        Ask([After with { IsUnreadable = true }]).ShouldHaveSingleItem().ShouldBe(
            new EvidenceQuestion("a", EvidenceQuestionKind.Unreadable, "整改后照片无法完整打开，文件可能已损坏，请要求重新拍摄或提供原图。", 0));

    [Fact]
    public void A_time_that_is_only_the_files_is_called_so() =>
        Ask([Before with { TakenAt = Morning.AddDays(-4), IsFileTime = true }])
            .ShouldHaveSingleItem().Text.ShouldStartWith("照片的文件时间为 2024-08-29 09:00，");

    [Fact]
    public void An_after_photo_from_before_the_case_is_asked_about_however_near_in_time() =>
        Ask([After with { At = Morning.AddHours(2), TakenAt = Morning.AddHours(-1) }]).ShouldHaveSingleItem().ShouldBe(new EvidenceQuestion(
            "a", EvidenceQuestionKind.TakenBeforeFinding, "整改后照片拍摄于 2024-09-02 08:00，早于问题登记时间 2024-09-02 09:00，请核实是否为整改后所拍。", 1));

    [Theory]
    [InlineData(33.6089, 0)] // 990 m
    [InlineData(33.6091, 1)] // 1 012 m
    public void A_photo_from_somewhere_else_is_asked_about(double latitude, int questions) =>
        Ask([Before with { Latitude = latitude }]).Count.ShouldBe(questions);

    [Fact]
    public void A_case_without_a_point_asks_for_no_place() =>
        new Questioning(Case with { Longitude = null, Latitude = null }, new()).Ask([Before with { Latitude = 34 }], []).ShouldBeEmpty();

    [Fact]
    public void The_same_file_in_an_earlier_case_names_that_case() =>
        Ask([Before], Use("b", -30)).ShouldHaveSingleItem().ShouldBe(new EvidenceQuestion(
            "b", EvidenceQuestionKind.SameFile, "与案件 990101001-2024-000003 的整改后照片是同一个文件，请核实是否重复使用。", 0,
            "990101001-2024-000003", AnotherCase));

    [Theory, InlineData(6, 1), InlineData(7, 0)]
    public void A_picture_is_similar_up_to_six_bits(int bits, int questions) =>
        Ask([Before], Use("x", -30, Fingerprint ^ ((1L << bits) - 1)))
            .Count(q => q is { Kind: EvidenceQuestionKind.SimilarPicture, Difference: 6 }).ShouldBe(questions);

    [Theory]
    [InlineData(1)] // the later case is the one to be asked about
    [InlineData(-400)] // longer ago than anyone looks
    public void What_came_later_or_long_ago_is_not_asked_about(int days) => Ask([Before], Use("b", days)).ShouldBeEmpty();

    [Fact]
    public void The_same_picture_before_and_after_is_asked_about_once()
    {
        var both = new[] { Before, After with { Photo = "b", Fingerprint = Fingerprint } };
        Ask(both, [.. both.Select(Own)]).ShouldHaveSingleItem().Text.ShouldBe("与本案此前的整改前照片是同一个文件，请核实是否重复使用。");
    }

    [Fact]
    public void A_picture_that_only_looks_the_same_before_and_after_is_asked_about_too()
    {
        var both = new[] { Before, After with { Fingerprint = Fingerprint } };
        Ask(both, [.. both.Select(Own)]).ShouldHaveSingleItem().Kind.ShouldBe(EvidenceQuestionKind.SimilarPicture);
    }

    [Fact]
    public void Several_shots_of_one_scene_belong_together()
    {
        var shots = new[] { Before, Before with { Photo = "c", Role = PhotoRole.Far, Version = 2, Round = null } };
        Ask(shots, [.. shots.Select(Own)]).ShouldBeEmpty();
    }

    [Fact]
    public void The_verifiers_photo_shows_what_the_units_shows_and_not_what_was_found()
    {
        var own = After with { Photo = "v", Role = PhotoRole.Verification, Version = 5 };
        Ask([After, own], Own(After), Own(own)).ShouldBeEmpty();
        Ask([Before, own with { Fingerprint = Fingerprint }], Own(Before)).ShouldHaveSingleItem().Text
            .ShouldBe("与本案此前的整改前照片画面几乎相同，请核实是否重复使用。");
    }

    [Fact]
    public void An_after_photo_of_an_earlier_round_is_not_new_work()
    {
        var rounds = new[] { After, After with { Photo = "c", Round = 2, Version = 9 } };
        Ask(rounds, [.. rounds.Select(Own)]).ShouldHaveSingleItem().Photo.ShouldBe("c");
    }

    [Theory, InlineData(true, Role.Leader), InlineData(true, Role.Inspector, Role.UnitOfficer),
        InlineData(false, Role.Leader, Role.UnitOfficer)]
    public void Whoever_is_held_to_a_unit_is_not_shown_the_questions(bool expected, params Role[] roles) =>
        EvidenceQuestionsEndpoints.MayAsk(new Caller("", roles.ToHashSet(), new HashSet<string>(), new HashSet<string>()))
            .ShouldBe(expected);

    private static PhotoUse Use(string photo, int days, long? fingerprint = null) =>
        new(photo, PhotoRole.After, 1, 5, Morning.AddDays(days), AnotherCase, "990101001-2024-000003", fingerprint);

    private static PhotoUse Own(FindingPhoto photo) =>
        new(photo.Photo, photo.Role, photo.Round, photo.Version, photo.At, Case.Id, Case.CaseNumber, photo.Fingerprint);

    private static IReadOnlyList<EvidenceQuestion> Ask(IReadOnlyList<FindingPhoto> photos, params PhotoUse[] uses) =>
        new Questioning(Case, new()).Ask(photos, uses);
}
