namespace Campaign.EventStore.Tests;

public sealed class BuiltInAppendSpecs() : AppendSpecs("BuiltIn");
[Xunit.Collection(nameof(GapSpecs))]
public sealed class BuiltInGapSpecs() : GapSpecs("BuiltIn");
