using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.AppHost.Engines;

internal static class LocalRabbitMQBuilderExtensions
{
    public static IResourceBuilder<LocalRabbitMQResource> AddLocalRabbitMQ(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DataDirectory data)
    {
        var password = builder.AddParameter($"{name}-password", () => data.Secret("rabbitmq"), secret: true);
        var node = new LocalRabbitMQResource(name, data.At("rabbitmq"), password.Resource);
        var names = builder.AddNameServer($"{name}-epmd");
        var resource = builder.AddResource(node)
            .WithTitle("RabbitMQ", Layer.Engine)
            .WithIconName("MailMultiple")
            .WithLoopbackEndpoint("tcp")
            .WithLoopbackEndpoint("management", "http")
            .WithLoopbackEndpoint("distribution")
            .WithUrlForEndpoint("tcp", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithUrlForEndpoint("distribution", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithUrlForEndpoint("management", url => url.DisplayText = "消息队列管理")
            .WithEnvironment(context => SetUp(context.EnvironmentVariables, node, names))
            .OnBeforeResourceStarted((_, _, ct) => WriteFiles(node, data, ct))
            .WithTcpHealthCheck(node.PrimaryEndpoint)
            .WaitFor(names)
            .ExcludeFromManifest();
        names.WithParentRelationship(resource);
        password.WithParentRelationship(resource);
        return resource;
    }

    private static void SetUp(
        Dictionary<string, object> environment, LocalRabbitMQResource node, IResourceBuilder<ExecutableResource> names)
    {
        var directory = node.Directory;
        environment["HOME"] = directory;
        environment["LANG"] = "C.UTF-8";
        environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        environment["ERL_EPMD_PORT"] = names.GetEndpoint("tcp").Property(EndpointProperty.TargetPort);
        environment["RABBITMQ_NODENAME"] = "campaign@localhost";
        environment["RABBITMQ_DIST_PORT"] = node.DistributionEndpoint.Property(EndpointProperty.TargetPort);
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}";
        environment["RABBITMQ_MNESIA_BASE"] = Path.Combine(directory, "mnesia");
        environment["RABBITMQ_LOG_BASE"] = directory;
        environment["RABBITMQ_LOGS"] = "-";
        environment["RABBITMQ_PID_FILE"] = Path.Combine(directory, "node.pid");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(directory, "enabled_plugins");
        environment["RABBITMQ_CONFIG_FILE"] = Path.Combine(directory, "rabbitmq.conf");
        // These need not exist; named so that those in /etc are not read.
        environment["RABBITMQ_CONFIG_FILES"] = Path.Combine(directory, "conf.d");
        environment["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(directory, "advanced.config");
        environment["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(directory, "rabbitmq-env.conf");
        // The start script then becomes the node instead of staying as its parent.
        environment["RUNNING_UNDER_SYSTEMD"] = "true";
    }

    private static Task WriteFiles(LocalRabbitMQResource node, DataDirectory data, CancellationToken ct)
    {
        if (!RabbitServer.IsInstalled)
            throw new LaunchException($"本机没有安装 RabbitMQ。{LaunchException.InstallEngines}");
        Directory.CreateDirectory(node.Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.Write(Path.Combine(node.Directory, "enabled_plugins"), "[rabbitmq_management].\n");
        PrivateFile.Write(Path.Combine(node.Directory, ".erlang.cookie"), data.Secret("erlang-cookie"));
        // The default user of an empty node: with this one named, guest never exists.
        PrivateFile.Write(
            Path.Combine(node.Directory, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{node.PrimaryEndpoint.Port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {node.ManagementEndpoint.Port}
            default_user = {LocalRabbitMQResource.UserName}
            default_pass = {data.Secret("rabbitmq")}

            """);
        return Task.CompletedTask;
    }

    /// <summary>Erlang's name server of this node only.</summary>
    private static IResourceBuilder<ExecutableResource> AddNameServer(this IDistributedApplicationBuilder builder, string name)
    {
        var names = builder.AddExecutable(name, "epmd", "/").WithLoopbackEndpoint("tcp");
        var endpoint = names.GetEndpoint("tcp");
        return names
            .WithArgs("-address", "127.0.0.1", "-port", endpoint.Property(EndpointProperty.TargetPort))
            .WithTcpHealthCheck(endpoint)
            .WithTitle("Erlang 名字服务", Layer.NameServer)
            .WithHidden()
            .ExcludeFromManifest();
    }
}
