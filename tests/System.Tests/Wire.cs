using System.Text;

namespace Campaign.SystemTests;

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
            var length =
                type switch
                {
                    0 => 0,
                    1 => 8,
                    2 => (int)Varint(message, ref at),
                    5 => 4,
                    _ => throw new FormatException($"Wire type {type}.")
                };
            if (type == 0) _ = Varint(message, ref at);
            fields.Add(new(number, message[at..(at + length)]));
            at += length;
        }
        return fields;
    }

    /// <summary>The messages of a repeated field.</summary>
    public static IEnumerable<IReadOnlyList<Field>> All(IReadOnlyList<Field> message, int number) =>
        message.Where(field => field.Number == number).Select(field => Fields(field.Bytes));

    public static string Text(IReadOnlyList<Field> message, int number) => Encoding.UTF8.GetString(Bytes(message, number));

    public static string Hex(IReadOnlyList<Field> message, int number) => Convert.ToHexStringLower(Bytes(message, number));

    /// <summary>An AnyValue; empty where it is no text.</summary>
    public static string Value(IReadOnlyList<Field> message, int number) => Text(All(message, number).FirstOrDefault([]), 1);

    /// <summary>Attributes by their names.</summary>
    public static IReadOnlyDictionary<string, string> Tags(IReadOnlyList<Field> message, int number) =>
        All(message, number).ToDictionary(tag => Text(tag, 1), tag => Value(tag, 2), StringComparer.Ordinal);

    private static byte[] Bytes(IReadOnlyList<Field> message, int number) =>
        message.FirstOrDefault(field => field.Number == number)?.Bytes ?? [];

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
