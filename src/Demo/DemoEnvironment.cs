namespace Campaign.Demo;

/// <summary>What the demonstration is given from outside.</summary>
internal sealed record DemoEnvironment(Func<string, string?> Variable, TimeProvider Clock);
