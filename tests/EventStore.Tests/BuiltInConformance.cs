namespace Campaign.EventStore.Tests;

public sealed class BuiltInAppendSpecs() : AppendSpecs("BuiltIn");
public sealed class BuiltInGapSpecs() : GapSpecs("BuiltIn");
