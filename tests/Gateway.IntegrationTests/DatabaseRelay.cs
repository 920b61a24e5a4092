using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Stands between the gateway and PostgreSQL on a port of its own, so that a test can let the database come and go.</summary>
internal sealed class DatabaseRelay : IDisposable
{
    // More than one attempt makes: the driver itself comes more than once.
    private const int Insistent = 10;

    private readonly IPEndPoint database;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly TaskCompletionSource turnedAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int knocks;
    private volatile bool isUp;

    public DatabaseRelay(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        database = new(IPAddress.Parse(target.Host!), target.Port);
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        }.ConnectionString;
        _ = Accept();
    }

    public string ConnectionString { get; }

    /// <summary>Done when somebody has come again and again while the database was down.</summary>
    public Task TurnedAway => turnedAway.Task;

    public void Up() => isUp = true;

    public void Down()
    {
        isUp = false;
        while (open.TryTake(out var connection)) connection.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync();
                if (isUp)
                {
                    _ = Serve(caller);
                    continue;
                }
                caller.Dispose();
                if (++knocks == Insistent) turnedAway.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task Serve(TcpClient caller)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(database);
            open.Add(caller);
            await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(caller.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The end of a connection is what this is for.
        }
        finally
        {
            caller.Dispose();
        }
    }

    public void Dispose()
    {
        Down();
        listener.Dispose();
    }
}
