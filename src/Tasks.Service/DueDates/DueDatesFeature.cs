using Campaign.ServiceDefaults;

namespace Campaign.Tasks.DueDates;

/// <summary>How deadlines are asked for and counted.</summary>
internal sealed class DueDatesFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<DeadlineCounter>();
}
