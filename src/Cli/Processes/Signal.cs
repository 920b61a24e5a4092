namespace Campaign.Cli.Processes;

/// <summary>The signals of kill(2) we use, by their number on Linux.</summary>
internal enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
