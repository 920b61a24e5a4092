namespace Campaign.Cli;

/// <summary>Something a person can put right; the message tells how and is all that is shown.</summary>
internal sealed class LaunchException(string message) : Exception(message)
{
    public override string ToString() => Message;
}
