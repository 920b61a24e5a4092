using System.Text;

namespace Campaign.SystemTests;

/// <summary>What a test asks of a span.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <param name="request">opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest.</param>
    public static IEnumerable<Span> In(byte[] request) =>
        from resource in Wire.Fields(request).Where(f => f.Number == 1)
        from scope in Wire.Fields(resource.Bytes).Where(f => f.Number == 2)
        from span in Wire.Fields(scope.Bytes).Where(f => f.Number == 2)
        select Of(Wire.Fields(span.Bytes));

    private static Span Of(IReadOnlyList<Wire.Field> fields)
    {
        string Hex(int number) => Convert.ToHexStringLower(fields.FirstOrDefault(f => f.Number == number)?.Bytes ?? []);
        return new(Hex(1), Hex(2), Hex(4), Text(fields, 5), fields.Where(f => f.Number == 9).Select(f => Wire.Fields(f.Bytes)).ToDictionary(
            tag => Text(tag, 1), tag => Text(Wire.Fields(tag.Single(f => f.Number == 2).Bytes), 1), StringComparer.Ordinal));
    }

    private static string Text(IReadOnlyList<Wire.Field> fields, int number) =>
        Encoding.UTF8.GetString(fields.FirstOrDefault(f => f.Number == number)?.Bytes ?? []);
}

/// <summary>Protocol buffers as bytes: enough to find length-delimited fields.</summary>
internal static class Wire
{
    public static IReadOnlyList<Field> Fields(byte[] message)
    {
        var (fields, at) = (new List<Field>(), 0);
        while (at < message.Length)
        {
            var key = Varint(message, ref at);
            var (number, type) = ((int)(key >> 3), (int)(key & 7));
            var length = type switch { 0 => 0, 1 => 8, 2 => (int)Varint(message, ref at), 5 => 4, _ => throw new FormatException($"Wire type {type}.") };
            if (type == 0) _ = Varint(message, ref at);
            fields.Add(new(number, message[at..(at + length)]));
            at += length;
        }
        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return value;
    }

    internal sealed record Field(int Number, byte[] Bytes);
}
