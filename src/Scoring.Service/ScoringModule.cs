using Campaign.EventStore;
using Campaign.Scoring.Advice;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Cases;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.District;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Grades;
using Campaign.Scoring.Integration;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Sources;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Totals;
using Campaign.Scoring.Trends;
using Campaign.Scoring.Vetoes;
using Campaign.Scoring.Visits;
using Campaign.ServiceDefaults;
using Campaign.Web;
using MassTransit;

namespace Campaign.Scoring;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class ScoringModule
{
    public static EventTypes Events { get; } = new EventTypes()
        .Add<StreetNamed>().Add<SubjectRegistered>()
        .Add<InspectionBegun>().Add<InspectionHandedIn>().Add<InspectionTaken>()
        .Add<CaseRecorded>().Add<CaseRouted>().Add<CaseRoutingDeclined>().Add<CaseDeadlineExtended>().Add<CaseBecameOverdue>()
        .Add<CaseRejected>().Add<CaseStruckOff>().Add<CaseRelapsed>().Add<CaseVoided>().Add<CaseMerged>().Add<CaseForciblyClosed>().Add<CaseHandled>()
        .Add<AssignmentMissedDeadline>().Add<SubjectProfiled>().Add<ManualEntryMade>()
        .Add<PolicyAdopted>().Add<CommendationGranted>().Add<VetoRaised>()
        .Add<MonthClosed>().Add<ScorecardClosed>().Add<MonthPublished>().Add<BulletinPublished>()
        .Add<MonthCorrected>().Add<ScorecardCorrected>().Add<ClosingDaySet>().Add<VetoReleased>().Add<CommendationWithdrawn>()
        .Add<AppealLodged>().Add<AppealReviewed>().Add<AppealUpheld>().Add<AppealDismissed>().Add<AppealTermSet>()
        .Add<EvaluationOpened>().Add<BallotCast>().Add<EvaluationClosed>()
        .Add<AwardSchemeSet>().Add<GuarantorsLinked>().Add<AwardsDecided>()
        .Add<LetterheadSet>();

    public static void AddScoring(this WebApplicationBuilder builder)
    {
        builder.AddCampaignService("scoring", Events, typeof(ScoringModule).Assembly, new IntegrationEventMapper(), bus =>
            {
                bus.AddConsumer<RegistrationConsumer>();
                bus.AddConsumer<IntegrationEventConsumer>();
                bus.AddConsumer<AssignmentConsumer>();
            })
            .AddProjection<SourceProjection>(ProjectionMode.Inline)
            .AddProjection<BegunInspectionProjection>(ProjectionMode.Inline)
            .AddProjection<CaseRoundProjection>(ProjectionMode.Inline)
            .AddProjection<SubjectProjection>(ProjectionMode.Inline)
            .AddProjection<PolicyProjection>(ProjectionMode.Inline)
            .AddProjection<ManualEntryProjection>(ProjectionMode.Inline)
            .AddProjection<CommendationProjection>(ProjectionMode.Inline)
            .AddProjection<VetoProjection>(ProjectionMode.Inline)
            .AddProjection<MonthProjection>(ProjectionMode.Inline)
            .AddProjection<ClosingDayProjection>(ProjectionMode.Inline)
            .AddProjection<AppealProjection>(ProjectionMode.Inline)
            .AddProjection<EvaluationProjection>(ProjectionMode.Inline)
            .AddProjection<AwardProjection>(ProjectionMode.Inline)
            .AddProjection<LetterheadProjection>(ProjectionMode.Inline)
            .AddProjection<StreetChangeProjection>(ProjectionMode.Inline);
        builder.Services.AddSingleton<SubjectList>();
        builder.Services.AddSingleton<PolicyList>();
        builder.Services.AddSingleton<MonthFactsQuery>();
        builder.Services.AddSingleton<ClosedMonths>();
        builder.Services.AddSingleton<OpenMonths>();
        builder.Services.AddSingleton<MonthReports>();
        builder.Services.AddSingleton<BulletinSources>();
        builder.Services.AddSingleton<BulletinReader>();
        builder.Services.AddSingleton<FigureQuery>();
        builder.Services.AddSingleton<TrendQuery>();
        builder.Services.AddSingleton<ComparisonQuery>();
        builder.Services.AddMonthLife();
    }

    public static void MapScoring(this WebApplication app)
    {
        app.UseCampaignService();
        app.MapOpenApi();

        var street = app.MapStreet().WithConventions();
        SubjectList.Map(street);
        ProfileSubjectEndpoint.Map(street);
        YearGradesEndpoint.Map(street);
        MonthReportEndpoints.Map(street);
        var subjects = street.MapGroup("/subjects").WithTags("Subjects");
        TrendEndpoint.Map(subjects);
        AdviceEndpoint.Map(subjects);
        FigureEndpoints.Map(street.MapGroup("/figures").WithTags("Figures"));
        AwaitFactsEndpoint.Map(street.MapGroup("/scorecards").WithTags("Scorecards"));

        var policies = street.MapGroup("/policies").WithTags("Policies");
        PolicyList.Map(policies);
        AdoptPolicyEndpoint.Map(policies);
        LintPolicyEndpoint.Map(policies);
        WhatIfEndpoint.Map(policies);

        var entries = street.MapGroup("/manual-entries").WithTags("ManualEntries");
        ManualEntryList.Map(entries);
        MakeManualEntryEndpoint.Map(entries);

        var commendations = street.MapGroup("/commendations").WithTags("Commendations");
        CommendationList.Map(commendations);
        GrantCommendationEndpoint.Map(commendations);
        WithdrawCommendationEndpoint.Map(commendations);

        var vetoes = street.MapGroup("/vetoes").WithTags("Vetoes");
        VetoList.Map(vetoes);
        RaiseVetoEndpoint.Map(vetoes);
        ReleaseVetoEndpoint.Map(vetoes);

        var months = street.MapGroup("/months").WithTags("Months");
        CloseMonthEndpoint.Map(months);
        ClosingChecklistEndpoint.Map(months);
        PublishBulletinEndpoint.Map(months);
        CorrectMonthEndpoint.Map(months);
        MonthProofEndpoint.Map(months);
        MonthLife.Map(street);
        LetterheadEndpoints.Map(street.MapGroup("/letterhead").WithTags("Bulletins"));
        BulletinList.Map(street.MapGroup("/bulletins").WithTags("Bulletins"));

        var district = app.MapDistrict().WithConventions();
        ComparisonEndpoint.Map(district);
        DistrictPolicies.Map(district.MapGroup("/policies").WithTags("District"));
    }
}
