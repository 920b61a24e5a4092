using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.AppHost.Engines;
using Campaign.Cli.Engines;
using Campaign.Cli.Operations;
using Campaign.Cli.Services;
using Campaign.Client;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Campaign.AppHost.Tests;

/// <summary>What a service may do with the passwords that it was given, and to whom it speaks.</summary>
[Collection(RunningPicture.OneAtATime)]
public sealed class DoorTests(RunningPicture running)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Services => [.. ServiceProject.All.Select(service => service.Name)];

    [Theory, MemberData(nameof(Services))]
    public async Task The_role_of_a_service_makes_no_table_and_enters_no_neighbours_database(string service)
    {
        await running.Awaits(service, now => now is { State: "Running", Health: "Healthy" });
        await using var own = await Open(service, service);
        foreach (var ddl in new[] { "CREATE TABLE public.mine (id int)", "CREATE SCHEMA mine", "CREATE ROLE mine", "CREATE DATABASE mine" })
        {
            await using var command = new NpgsqlCommand(ddl, own);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, ddl);
        }

        foreach (var neighbour in ServiceProject.All.Where(other => other.Name != service))
            (await Should.ThrowAsync<PostgresException>(() => Open(service, neighbour.Name))).SqlState.ShouldBe(
                PostgresErrorCodes.InsufficientPrivilege, neighbour.Name);
    }

    [Fact]
    public async Task A_fact_of_one_service_reaches_another_through_the_broker()
    {
        await running.Awaits("gateway", _ => running.State.Ready);
        using var gateway = new HttpClient { BaseAddress = new Uri(running.State.Gateway) };
        await SignIn(gateway, OperatorClient.Name, running.Data.Secret(OperatorClient.Name));
        using var made = await gateway.PutAsJsonAsync(
            "/api/admin/clients/door-test", new { description = "测试", roles = new[] { "DistrictOffice" }, streets = new[] { "*" } });
        var client = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        await SignIn(gateway, "door-test", client.GetProperty("clientSecret").GetString()!);
        (await gateway.PutAsJsonAsync("/api/district/streets/990101001", new { name = "测试街道" }, TestContext.Current.CancellationToken))
            .EnsureSuccessStatusCode();

        await using var inspections = await Open("inspections", "inspections");
        using var limit = new CancellationTokenSource(Limit);
        await using var known = new NpgsqlCommand("SELECT count(*) FROM read.known_streets WHERE street = '990101001'", inspections);
        while ((long)(await known.ExecuteScalarAsync(limit.Token))! == 0) await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
    }

    [Fact]
    public async Task The_user_of_a_service_takes_from_its_own_queue_and_tells_its_own_facts_only()
    {
        await running.Awaits("scoring", now => now is { State: "Running", Health: "Healthy" });
        await using var connection = await Broker(ServiceProject.Tasks);

        await Allowed(connection, channel => channel.MessageCountAsync("tasks"));
        await Allowed(connection, async channel =>
        {
            await channel.ExchangeDeclareAsync("Campaign.Contracts.Tasks:NobodyHears", ExchangeType.Fanout, durable: true);
            await channel.BasicPublishAsync("Campaign.Contracts.Tasks:NobodyHears", "", new byte[] { 1 });
        });
        await Refused(connection, channel => channel.BasicGetAsync("scoring", autoAck: false));
        await Refused(connection, channel => channel.QueuePurgeAsync("scoring"));
        await Refused(connection, channel => channel.QueueDeclareAsync("mine", durable: false, exclusive: false, autoDelete: true));
        await Refused(connection, channel => channel.ExchangeDeleteAsync("scoring"));
        foreach (var exchange in new[] { "Campaign.Contracts.Inspections:FindingRecorded", "scoring", "" })
            await Refused(connection, channel => channel.BasicPublishAsync(exchange, "scoring", new byte[] { 1 }).AsTask());
    }

    [Fact]
    public async Task Nobody_is_called_but_the_engines_and_the_neighbours()
    {
        await running.Awaits("gateway", _ => running.State.Ready);
        var database = new Uri(Connections.AddressOf(running.State, "postgres")).Port;
        foreach (var service in ServiceProject.All)
        {
            var connects = running.Connects.Connects(service.Name);
            connects.ShouldContain(to => to.Port == database, $"{service.Name} wrote nothing down");
            connects.ShouldAllBe(to => IPAddress.IsLoopback(to.Address), service.Name);
            running.Connects.Names(service.Name).ShouldAllBe(name => name == "localhost", service.Name);
        }
    }

    private static async Task SignIn(HttpClient gateway, string client, string secret)
    {
        gateway.DefaultRequestHeaders.Authorization = null;
        var token = await new MachineToken(gateway, TimeProvider.System, client, secret).Value(TestContext.Current.CancellationToken);
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private async Task<NpgsqlConnection> Open(string service, string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(
            Connections.To(
                Connections.AddressOf(running.State, "postgres"), ServiceRoles.NameOf(service),
                ServiceRoles.Password(running.Data, service), database))
        { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<IConnection> Broker(ServiceProject service)
    {
        var address = new Uri(Connections.AddressOf(running.State, "rabbitmq"));
        var factory = new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port,
            UserName = BrokerUsers.NameOf(service),
            Password = BrokerUsers.Password(running.Data, service),
            AutomaticRecoveryEnabled = false,
        };
        return await factory.CreateConnectionAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Allowed(IConnection connection, Func<IChannel, Task> deed)
    {
        await using var channel = await connection.CreateChannelAsync();
        await deed(channel);
        // The broker shuts the channel of whom it refuses, and answers nothing more there.
        await channel.BasicQosAsync(0, 1, global: false);
    }

    private static async Task Refused(IConnection connection, Func<IChannel, Task> deed) =>
        (await Should.ThrowAsync<OperationInterruptedException>(() => Allowed(connection, deed)))
            .ShutdownReason!.ReplyCode.ShouldBe((ushort)Constants.AccessRefused);
}
