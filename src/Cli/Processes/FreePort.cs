using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Campaign.Cli.Processes;

internal static class FreePort
{
    // Below the range the kernel hands out by itself, so that no outgoing connection takes the port before its owner listens.
    private const int First = 20_000;
    private const int Last = 31_999;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port on loopback that nobody listens on and that was not given out before; the wanted one if it is free.</summary>
    public static int Next(int? wanted = null)
    {
        if (wanted is { } port && IsFree(port) && Given.TryAdd(port, value: true))
            return port;
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var candidate = RandomNumberGenerator.GetInt32(First, Last + 1);
            if (IsFree(candidate) && Given.TryAdd(candidate, value: true))
                return candidate;
        }

        throw new InvalidOperationException($"No free port between {First} and {Last}.");
    }

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
