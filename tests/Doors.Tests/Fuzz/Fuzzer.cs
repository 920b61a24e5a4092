using System.Security.Cryptography;
using System.Text;
using Campaign.Testing;

namespace Campaign.Doors.Tests.Fuzz;

/// <summary>Makes requests from what the documents say, most of them nearly right: what is all wrong does not get past the door.</summary>
internal sealed class Fuzzer(Random random, Pool pool)
{
    private static readonly string[] Months = ["2024-09", "2024-10", "2024-11", "2025-01"];
    private static readonly string[] Halves = ["2024-H1", "2024-H2", "2024-1", "2024-2"];

    public Attempt Next()
    {
        var operation = Operation.All[random.Next(Operation.All.Count)];
        var type = operation.Bodies.Count == 0 ? null : Of(operation.Bodies);
        var body = type is null ? [] : Body(operation, type);
        if (type is not null && Rarely)
            type = Of("text/plain", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "x");
        var path = operation.Parameters.Where(parameter => parameter.In is "path").Aggregate(
            operation.Path, (filled, parameter) => filled.Replace(
                $"{{{parameter.Name}}}", Escape(InPath(parameter, body)), StringComparison.Ordinal));
        return new(operation, path + Query(operation), [.. Headers()], type is "image/*" ? "image/jpeg" : type, body);
    }

    private bool Rarely => random.Next(30) == 0;

    private T Of<T>(params IReadOnlyList<T> several) => several[random.Next(several.Count)];

    private string InPath(Parameter parameter, byte[] body)
    {
        if (parameter.Name is "street") return random.Next(25) == 0 ? Text() : Platform.Street;
        if (Rarely) return Text();
        return parameter.Name switch
        {
            "sha256" => random.Next(2) == 0 ? Convert.ToHexStringLower(SHA256.HashData(body)) : new string('a', 64),
            "month" => Of(Months),
            "half" => Of(Halves),
            "year" => Of("2024", "2025", "1999", "2101"),
            "userName" or "clientId" => Of("somebody", "anybody", new string('u', 300)),
            _ => ValueOf(parameter),
        };
    }

    private string Query(Operation operation)
    {
        var pairs = operation.Parameters.Where(parameter => parameter.In is "query" && random.Next(3) == 0)
            .Select(parameter => $"{parameter.Name}={Escape(random.Next(3) == 0 ? Text() : ValueOf(parameter))}").ToList();
        if (Rarely) pairs.Add(Of("nosuch=1", "limit=1&limit=2", "after=%00", "a=%ED%A0%BD", "=", "&&", "from=%FF"));
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private string ValueOf(Parameter parameter) => parameter.Name switch
    {
        "month" or "from" or "to" when parameter.Format is null && random.Next(2) == 0 => Of(Months),
        "after" when parameter.Format is null => Of(
            pool.Id(random), pool.Code(random), "1", "2024-09-03_" + pool.Id(random), "990101901-2024-000001", "2024-1"),
        _ when parameter.Values.Count > 0 => Of(parameter.Values),
        _ => parameter.Format switch
        {
            "uuid" => pool.Id(random),
            "date" => Of("2024-09-01", "2024-12-31", "2100-12-31", "2000-01-01"),
            "date-time" => Of("2024-09-02T09:00:00Z", "2024-09-02T09:00:00%2B08:00"),
            "int32" or "int64" => random.Next(-2, 2030).ToString(),
            "double" => Of("117.2", "39.1", "-181", "NaN"),
            _ when parameter.Schema["type"]?.ToJsonString().Contains("boolean", StringComparison.Ordinal) is true => Of("true", "false"),
            _ => pool.Code(random),
        },
    };

    private IEnumerable<(string Name, string Value)> Headers()
    {
        if (random.Next(4) == 0) yield return ("Idempotency-Key", $"k-{random.Next(2000)}");
        while (random.Next(6) == 0) yield return (Of(Hostile.HeaderNames), Of(Hostile.Headers));
        if (random.Next(6) == 0) yield return ("Accept", Of("application/yaml", "application/json", "*/*", "application/geo+json"));
    }

    private byte[] Body(Operation operation, string type)
    {
        if (Rarely) return Of([], "null"u8.ToArray(), "{"u8.ToArray(), [0xFF, 0xFE, 0x00], "[]"u8.ToArray(), "\"\""u8.ToArray());
        if (type.EndsWith("sheet", StringComparison.Ordinal)) return Workbook();
        return operation.Example is { } example && !type.StartsWith("image/", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(new Mutation(random, pool).Of(example))
            : Bytes();
    }

    private byte[] Bytes()
    {
        var bytes = new byte[16 + random.Next(2000)];
        random.NextBytes(bytes);
        Of<byte[]>([0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], "%PDF-1.7"u8.ToArray(), []).CopyTo(bytes, 0);
        return bytes;
    }

    private byte[] Workbook()
    {
        string[] headings = ["编号", "登记时间", "类别", "责任单位", "问题描述", "整改期限", "名称", "行业", "社区", "序号", "内容", "分值"];
        string?[] Row() => [.. headings.Select(_ => random.Next(3) == 0 ? null : Cell())];
        using var book = new TinyWorkbook().Rows("台账", headings, Row(), Row(), Row()).File();
        var file = book.ToArray();
        if (random.Next(4) == 0) file[random.Next(file.Length)] ^= 0x55;
        return random.Next(10) == 0 ? file[..random.Next(file.Length)] : file;
    }

    private string Cell() => System.Security.SecurityElement.Escape(
        random.Next(2) == 0 ? Of("2024-09-02", "0110", "U010", "C-1", "1", "9月5日", "社区C001") : Plain(Text()))!;

    /// <summary>XML 1.0 has no control characters; a workbook writes them as <c>_x0001_</c>.</summary>
    private static string Plain(string text) => string.Concat(text.Select(
        c => c < ' ' || c == '\uffff' ? FormattableString.Invariant($"_x{(int)c:X4}_") : c.ToString()));

    private string Text() => Of(Hostile.Texts);

    /// <summary>Now and then as others send it, who do not escape.</summary>
    private static string Escape(string text) => text.Length > 4000 ? Uri.EscapeDataString(text[..1000]) : Uri.EscapeDataString(text);
}
