using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.Demo.Input;

internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Indented = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
        IndentSize = 1,
    };

    public static T Read<T>(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new DemoFailure($"{path}：文件内容为空。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemoFailure($"读不到文件 {path}：{(File.Exists(path) ? "没有读取权限或文件被占用" : "文件不存在")}。", e);
        }
        catch (JsonException e)
        {
            throw new DemoFailure($"{path} 第 {e.LineNumber + 1} 行不是有效的 JSON，或与格式不符（{e.Path}）。", e);
        }
    }

    /// <summary>Whole or not at all: whoever watches for the file never reads half of it.</summary>
    public static void Write(string path, object content)
    {
        var aside = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            File.WriteAllText(aside, JsonSerializer.Serialize(content, Indented) + "\n");
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(aside)) File.Delete(aside);
            throw new DemoFailure($"写不了文件 {path}：{e.Message}", e);
        }
    }
}
