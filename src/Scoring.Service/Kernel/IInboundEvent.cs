namespace Campaign.Scoring.Kernel;

/// <summary>What another service told. Its stream has the id of the stream there.</summary>
internal interface IInboundEvent
{
    /// <summary>Version of the stream there: which of two facts is the later, and which are the same.</summary>
    long SourceVersion { get; }
}
