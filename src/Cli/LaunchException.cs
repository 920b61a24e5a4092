namespace Campaign.Cli;

/// <summary>Something a person can put right; the message tells how and is all that is shown.</summary>
internal sealed class LaunchException(string message) : Exception(message)
{
    public const string InstallEngines =
        "请执行 sudo apt-get install -y --no-install-recommends postgresql rabbitmq-server，或用 ConnectionStrings__… 环境变量指定外部服务。";

    public override string ToString() => Message;
}
