namespace Campaign.EventStore.Tests;

public sealed class BuiltInAppendSpecs() : AppendSpecs("BuiltIn");
