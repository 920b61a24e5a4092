namespace Campaign.Demo;

/// <summary>Why the demonstration cannot go on, in a sentence for people.</summary>
internal class DemoFailure(string message, Exception? inner = null) : Exception(message, inner);
