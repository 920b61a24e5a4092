namespace Campaign.EventStore.Tests;

public sealed class BuiltInAppendSpecs() : AppendSpecs("BuiltIn");

public sealed class BuiltInManyCallersSpecs() : ManyCallersSpecs("BuiltIn");

public sealed class BuiltInTransactSpecs() : TransactSpecs("BuiltIn");

public sealed class BuiltInTransactSeveralSpecs() : TransactSeveralSpecs("BuiltIn");

public sealed class BuiltInRepeatSpecs() : RepeatSpecs("BuiltIn");

public sealed class BuiltInUnmovedSpecs() : UnmovedSpecs("BuiltIn");

public sealed class BuiltInEventTypeSpecs() : EventTypeSpecs("BuiltIn");

public sealed class BuiltInSubscriptionSpecs() : SubscriptionSpecs("BuiltIn");

public sealed class BuiltInTakeoverSpecs() : TakeoverSpecs("BuiltIn");

public sealed class BuiltInProjectionSpecs() : ProjectionSpecs("BuiltIn");

[Xunit.Collection(nameof(GapSpecs))]
public sealed class BuiltInGapSpecs() : GapSpecs("BuiltIn");

[Xunit.Collection(nameof(GapSpecs))]
public sealed class BuiltInHorizonSpecs() : HorizonSpecs("BuiltIn");
