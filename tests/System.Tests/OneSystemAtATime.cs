namespace Campaign.SystemTests;

/// <summary>A whole system is heavy: tests that need one take turns.</summary>
[CollectionDefinition(nameof(OneSystemAtATime), DisableParallelization = true)]
public sealed class OneSystemAtATime;
