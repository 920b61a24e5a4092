using System.Net;
using System.Net.Sockets;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;

namespace Campaign.Cli.Engines;

/// <summary>
/// A RabbitMQ node of our own: own name server (epmd), own cookie, own user, everything on loopback.
/// The machine's configuration and its default node are neither read nor touched.
/// </summary>
internal sealed class RabbitServer
{
    public const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string User = "campaign";
    private const string NodeName = "campaign@localhost";

    private readonly DataDirectory data;
    private readonly string directory;
    private readonly int port = FreePort.Next();
    private readonly int managementPort = FreePort.Next();
    private readonly int namesPort = FreePort.Next();

    public RabbitServer(DataDirectory data, bool throwAway = false)
    {
        this.data = data;
        directory = data.At("rabbitmq");
        Management = ManagementOf(data, ManagementAddress);
        // A node that takes its time to leave is worth waiting for only when its data will be wanted again.
        Parts = [NameServer(), Node(throwAway ? Signal.Kill : Signal.Terminate)];
    }

    public static bool IsInstalled => File.Exists(Program);

    public IReadOnlyList<Part> Parts { get; }

    public RabbitManagement Management { get; }

    public Uri Uri => new($"amqp://{User}:{data.Secret("rabbitmq")}@127.0.0.1:{port}/");

    private Uri ManagementAddress => new($"http://127.0.0.1:{managementPort}/");

    /// <summary>The management API of the node that is on record, or of the external broker the environment names.</summary>
    public static RabbitManagement? ManagementOf(DataDirectory data, RunState state) =>
        state.Find("rabbitmq")?.Management is { } address ? ManagementOf(data, address)
        : Environment.GetEnvironmentVariable("CAMPAIGN_RABBITMQ_MANAGEMENT") is { Length: > 0 } external ? new(new Uri(external))
        : null;

    private static RabbitManagement ManagementOf(DataDirectory data, Uri address) =>
        new(new UriBuilder(address) { UserName = User, Password = data.Secret("rabbitmq") }.Uri);

    private Part NameServer() =>
        new("epmd", "Erlang 名字服务", Layer.NameServer,
            new("epmd", "-address", "127.0.0.1", "-port", $"{namesPort}") { LogFile = data.LogOf("epmd") })
        {
            IsReady = NameServerListens,
            Address = $"127.0.0.1:{namesPort}",
        };

    private Part Node(Signal stopSignal)
    {
        var launch = new Launch(Program) { LogFile = data.LogOf("rabbitmq"), Environment = NodeEnvironment(), StopSignal = stopSignal };
        return new("rabbitmq", "RabbitMQ", Layer.Engine, launch)
        {
            Prepare = WriteFiles,
            IsReady = ct => Management.ListensOn(port, ct),
            Address = $"127.0.0.1:{port}",
            Management = ManagementAddress,
        };
    }

    private Dictionary<string, string?> NodeEnvironment() => new(StringComparer.Ordinal)
    {
        ["HOME"] = directory,
        ["LANG"] = "C.UTF-8",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{namesPort}",
        ["RABBITMQ_NODENAME"] = NodeName,
        ["RABBITMQ_DIST_PORT"] = $"{FreePort.Next()}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(directory, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = data.Logs,
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = Path.Combine(directory, "node.pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(directory, "enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(directory, "rabbitmq.conf"),
        // These three need not exist; named so that those in /etc are not read.
        ["RABBITMQ_CONFIG_FILES"] = Path.Combine(directory, "conf.d"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(directory, "advanced.config"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(directory, "rabbitmq-env.conf"),
        // The start script then becomes the node instead of staying as its parent.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["NOTIFY_SOCKET"] = null,
    };

    private Task WriteFiles(CancellationToken ct)
    {
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.Write(Path.Combine(directory, "enabled_plugins"), "[rabbitmq_management].\n");
        PrivateFile.Write(Path.Combine(directory, ".erlang.cookie"), data.Secret("erlang-cookie"));
        // The default user of an empty node: with this one named, guest never exists.
        PrivateFile.Write(
            Path.Combine(directory, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {managementPort}
            default_user = {User}
            default_pass = {data.Secret("rabbitmq")}

            """);
        return Task.CompletedTask;
    }

    private async Task<bool> NameServerListens(CancellationToken ct)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, namesPort, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
