using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Campaign.AppHost.Tests;

/// <summary>To whom the services have connected, as each of them wrote it down (<see cref="StartupHook"/>).</summary>
internal sealed class ConnectsHeard
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-connects-").FullName;

    public string FileOf(string resource) => Path.Combine(folder, resource);

    public IReadOnlyList<IPEndPoint> Connects(string resource) =>
        [.. Lines(resource, "ConnectStart").Select(Address).OfType<IPEndPoint>()];

    /// <summary>Names whose address was asked for; an address asks nobody.</summary>
    public IReadOnlyList<string> Names(string resource) =>
        [.. Lines(resource, "ResolutionStart").Where(name => name.Length > 0 && !IPAddress.TryParse(name, out _))];

    public void Remove() => Directory.Delete(folder, recursive: true);

    private IEnumerable<string> Lines(string resource, string of) =>
        Directory.EnumerateFiles(folder, $"{resource}-*").SelectMany(Read)
            .Where(line => line.StartsWith(of, StringComparison.Ordinal)).Select(line => line[(of.Length + 1)..]);

    private static List<string> Read(string file)
    {
        // Its process has it open.
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>As <see cref="SocketAddress"/> writes itself: <c>InterNetwork:16:{21,56,127,0,0,1,0…}</c>.</summary>
    private static IPEndPoint? Address(string text)
    {
        if (text.Split(':') is not [var family, var size, var list] || !Enum.TryParse<AddressFamily>(family, out var known)) return null;
        if (known is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return null;
        var address = new SocketAddress(known, int.Parse(size, CultureInfo.InvariantCulture));
        var bytes = list.Trim('{', '}').Split(',').Select(part => byte.Parse(part, CultureInfo.InvariantCulture)).ToList();
        for (var i = 0; i < bytes.Count && i + 2 < address.Size; i++) address[i + 2] = bytes[i];
        return (IPEndPoint)new IPEndPoint(known is AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0).Create(address);
    }
}
