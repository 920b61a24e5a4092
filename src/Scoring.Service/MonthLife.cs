using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Months;
using Campaign.Scoring.Totals;
using Campaign.Scoring.Visits;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring;

/// <summary>What happens around a month and after it: closing day, appeals, evaluations, totals, awards.</summary>
internal static class MonthLife
{
    public static void AddMonthLife(this IServiceCollection services)
    {
        services.AddSingleton<MonthClosing>();
        services.AddSingleton<MonthCorrecting>();
        services.AddSingleton<UnconfirmedInspections>();
        services.AddSingleton<ClosingChecklist>();
        services.AddSingleton<ClosingDays>();
        services.AddSingleton<MonthProof>();
        services.AddSingleton<IRebuildProof, PublishedMonthsProof>();
        services.AddSingleton<AppealList>();
        services.AddSingleton<AnnouncedLines>();
        services.AddSingleton<BallotBox>();
        services.AddSingleton<EvaluationList>();
        services.AddSingleton<TotalsQuery>();
        services.AddSingleton<AwardSources>();
        services.AddSingleton<AwardReports>();
        services.AddSingleton<ClosingWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ClosingWatch>());
    }

    public static void Map(RouteGroupBuilder street)
    {
        ClosingDayEndpoints.Map(street);
        TotalsEndpoint.Map(street);
        GuarantorLinkEndpoints.Map(street);

        var appeals = street.MapGroup("/appeals").WithTags("Appeals");
        LodgeAppealEndpoint.Map(appeals);
        AppealStepEndpoints.Map(appeals);
        AppealTermEndpoints.Map(appeals);
        AppealList.Map(appeals);

        var evaluations = street.MapGroup("/evaluations").WithTags("Evaluations");
        OpenEvaluationEndpoint.Map(evaluations);
        CastBallotEndpoints.Map(evaluations);
        CloseEvaluationEndpoint.Map(evaluations);
        EvaluationList.Map(evaluations);

        AwardSchemeEndpoints.Map(street.MapGroup("/award-schemes").WithTags("Awards"));
        var awards = street.MapGroup("/awards").WithTags("Awards");
        DecideAwardsEndpoint.Map(awards);
        AwardReportEndpoints.Map(awards);
    }
}
