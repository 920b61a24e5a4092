using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Campaign.Testing;

/// <summary>
/// Stands before an engine on a port of its own, so that a test can take the engine away from a service and give it back.
/// Nothing passes until it is joined.
/// </summary>
public sealed class TcpRelay : IDisposable
{
    // More than one attempt makes: a driver itself comes more than once.
    private const int Insistent = 10;
    private const int BufferSize = 16 * 1024;

    private readonly (string Host, int Port) engine;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly TaskCompletionSource turnedAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource answers = Passing();
    private volatile bool isJoined;
    private int knocks;
    private int questions;

    private TcpRelay(string host, int port)
    {
        engine = (host, port);
        listener.Start();
        _ = Accept();
    }

    /// <summary>Done when somebody has come again and again while the engine was away.</summary>
    public Task TurnedAway => turnedAway.Task;

    /// <summary>How long every answer is held up.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Round trips so far: how often somebody has said more after an answer.</summary>
    public int Questions => Volatile.Read(ref questions);

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <param name="connectionString">PostgreSQL, directly.</param>
    /// <param name="relayed">The same over the relay.</param>
    public static TcpRelay Before(string connectionString, out string relayed)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var relay = new TcpRelay(target.Host!, target.Port);
        relayed = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = relay.Port }.ConnectionString;
        return relay;
    }

    /// <param name="broker">RabbitMQ, directly.</param>
    /// <param name="relayed">The same over the relay.</param>
    public static TcpRelay Before(Uri broker, out Uri relayed)
    {
        var relay = new TcpRelay(broker.Host, broker.Port);
        relayed = new UriBuilder(broker) { Host = "127.0.0.1", Port = relay.Port }.Uri;
        return relay;
    }

    public void Join()
    {
        answers.TrySetResult();
        isJoined = true;
    }

    public void Cut()
    {
        isJoined = false;
        while (open.TryTake(out var connection)) connection.Dispose();
        answers.TrySetResult();
    }

    /// <summary>What is asked still arrives; no answer comes back until it is cut or joined again.</summary>
    public void HoldAnswers() => answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource Passing()
    {
        var passing = new TaskCompletionSource();
        passing.SetResult();
        return passing;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync();
                if (isJoined)
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
            await server.ConnectAsync(engine.Host, engine.Port);
            open.Add(caller);
            if (!isJoined) return;
            var (there, here) = (server.GetStream(), caller.GetStream());
            var answered = new StrongBox<bool>(true);
            await Task.WhenAny(Ask(here, there, answered), Answer(there, here, answered));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The end of a connection is what this is for.
        }
        finally
        {
            caller.Dispose();
        }
    }

    private async Task Ask(NetworkStream here, NetworkStream there, StrongBox<bool> answered)
    {
        var buffer = new byte[BufferSize];
        while (await here.ReadAsync(buffer) is > 0 and var count)
        {
            if (Interlocked.Exchange(ref answered.Value, false)) Interlocked.Increment(ref questions);
            await there.WriteAsync(buffer.AsMemory(0, count));
        }
    }

    private async Task Answer(NetworkStream there, NetworkStream here, StrongBox<bool> answered)
    {
        var buffer = new byte[BufferSize];
        while (await there.ReadAsync(buffer) is > 0 and var count)
        {
            await answers.Task;
            if (Latency > TimeSpan.Zero) await Task.Delay(Latency);
            Volatile.Write(ref answered.Value, true);
            await here.WriteAsync(buffer.AsMemory(0, count));
        }
    }

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }
}
