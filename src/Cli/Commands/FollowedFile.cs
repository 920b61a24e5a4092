using System.Text;

namespace Campaign.Cli.Commands;

/// <summary>What was added to a text file since the last look; whatever stood in it before is old.</summary>
internal sealed class FollowedFile(string path)
{
    private long position = File.Exists(path) ? new FileInfo(path).Length : 0;

    public string Path => path;

    public string News()
    {
        if (!File.Exists(path))
            return "";
        using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(position, file.Length);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var news = reader.ReadToEnd();
        position = file.Position;
        return news;
    }
}
