namespace Campaign.EventStore.Tests;

public sealed class MartenAppendSpecs() : AppendSpecs("Marten");

public sealed class MartenManyCallersSpecs() : ManyCallersSpecs("Marten");

public sealed class MartenTransactSpecs() : TransactSpecs("Marten");

public sealed class MartenTransactSeveralSpecs() : TransactSeveralSpecs("Marten");

public sealed class MartenRepeatSpecs() : RepeatSpecs("Marten");

public sealed class MartenUnmovedSpecs() : UnmovedSpecs("Marten");

public sealed class MartenEventTypeSpecs() : EventTypeSpecs("Marten");

public sealed class MartenSubscriptionSpecs() : SubscriptionSpecs("Marten");

public sealed class MartenTakeoverSpecs() : TakeoverSpecs("Marten");

public sealed class MartenProjectionSpecs() : ProjectionSpecs("Marten");

[Xunit.Collection(nameof(GapSpecs))]
public sealed class MartenGapSpecs() : GapSpecs("Marten");

[Xunit.Collection(nameof(GapSpecs))]
public sealed class MartenHorizonSpecs() : HorizonSpecs("Marten");
