using Campaign.EventStore;
using Campaign.Scoring.Policies;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Months;

/// <summary>A month of a street: its report, its closing, and the proof of what was announced.</summary>
internal sealed class MonthsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<MonthClosed>().Add<ScorecardClosed>().Add<MonthPublished>().Add<MonthCorrected>().Add<ScorecardCorrected>()
        .Add<ClosingDaySet>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<MonthProjection>(ProjectionMode.Inline)
        .AddProjection<ClosingDayProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MonthFactsQuery>();
        services.AddSingleton<ClosedMonths>();
        services.AddSingleton<IClosedMonths>(provider => provider.GetRequiredService<ClosedMonths>());
        services.AddSingleton<MonthReports>();
        services.AddSingleton<IMonthPolicies>(provider => provider.GetRequiredService<MonthReports>());
        services.AddSingleton<MonthClosing>();
        services.AddSingleton<IClosingCheck, InspectionsCheck>();
        services.AddSingleton<ClosingChecklist>();
        services.AddSingleton<ClosingDays>();
        services.AddSingleton<MonthProof>();
        services.AddSingleton<IRebuildProof, PublishedMonthsProof>();
        services.AddSingleton<ClosingWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ClosingWatch>());
    }

    public override void Map(FeatureRoutes routes)
    {
        MonthReportEndpoints.Map(routes.Street);
        ClosingDayEndpoints.Map(routes.Street);
        WhatIfEndpoint.Map(routes.Street.MapGroup("/policies").WithTags("Policies"));
        var months = routes.Street.MapGroup("/months").WithTags("Months");
        CloseMonthEndpoint.Map(months);
        ClosingChecklistEndpoint.Map(months);
        MonthProofEndpoint.Map(months);
    }
}
