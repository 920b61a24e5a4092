namespace Campaign.Doors.Tests.Fuzz;

/// <summary>What people and programs send that nobody thought of.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "", " ", "-", "null", "true", "0", "-1", "1e30", "NaN", "Infinity", "0x10", "１２", "2147483648", "99999999999999999999",
        "0001-01-01", "9999-12-31", "2024-02-30", "2024-9-5", "9999-12", "0000-00", "2024-13", "2024-09-02T09:00:00", "24:00",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "Red, Yellow", "Minor,Major", "7", "%", "_", "\\", "'; DROP TABLE x --",
        "../../etc/passwd", "<script>alert(1)</script>", "{{7*7}}", "店\u200b铺", "\u202eabc", "𠮷野家", "👩‍👩‍👧‍👦",
        "\u0001\u001f", "\ufeff", "\uffff",
        "a_b", "2024-09-03_x", "infinity_x", "1_2", "Minor_x", "2024-1", "[]", "{}", "\"", "~1~0", "a/b", "a?b#c", "+", "＋", "e\u0301",
        new string('长', 300), new string('x', 70_000),
    ];

    /// <summary>JSON that no program writes by accident.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "0", "-1", "-0", "1.5", "1e30", "1e-400", "1e400", "2147483648", "9223372036854775808",
        "0.1234567890123456789012345678901234567890", "79228162514264337593543950336", "NaN", "\"\"", "[]", "{}", "[null]", "[[]]",
        """{"a":1,"a":2}""", "\"\\u0000\"", "\"a\\ud83d\"", "\"\\ude00b\"", "[\"\\u0000\"]", """{"\u0000":1}""", """{"\ud83d":1}""",
        new string('[', 70) + new string(']', 70), "[" + string.Join(',', Enumerable.Repeat("null", 1000)) + "]",
        "\"2024-09-02T09:00:00\"", "\"2024-09-02T09:00:00+08:00\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"Red, Yellow\"",
    ];

    /// <summary>As the wire has them; what HTTP itself forbids cannot be sent by this way.</summary>
    public static readonly string[] Headers =
    [
        "", "\"", "*", "W/\"1\"", "\"99999999999999999999\"", "\"-1\"", "é", "钥匙", "a b", new string('k', 300), "00-0-0-0", "😀",
        "00-00000000000000000000000000000000-0000000000000000-00", "text/html;q=9", "application/json;q=x", ";;;", "bytes=-1",
        "bytes=5-1,9-",
    ];

    public static readonly string[] HeaderNames =
    [
        "Idempotency-Key", "If-Match", "If-None-Match", "X-Correlation-Id", "traceparent", "tracestate", "baggage", "Accept", "Range",
        "If-Modified-Since", "Prefer", "X-Forwarded-For", "X-User-Id", "Accept-Language",
    ];
}
