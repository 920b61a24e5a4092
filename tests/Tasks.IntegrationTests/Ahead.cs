namespace Campaign.Tasks.IntegrationTests;

/// <summary>The clock of somebody who looks some days later.</summary>
internal sealed class Ahead(int days) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(days);
}
