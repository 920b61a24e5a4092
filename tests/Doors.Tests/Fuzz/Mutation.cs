using System.Text.Json.Nodes;

namespace Campaign.Doors.Tests.Fuzz;

/// <summary>A body as the document shows it, changed in a place or two.</summary>
internal sealed class Mutation(Random random, Pool pool)
{
    private const string Mark = "\u2063raw:";

    public string Of(string example)
    {
        if (random.Next(40) == 0) return Hostile.Values[random.Next(Hostile.Values.Length)];
        var root = new JsonArray(JsonNode.Parse(example));
        foreach (var place in Places(root).ToList()) Familiar(place);
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var places = Places(root).ToList();
            if (places.Count > 0) Change(places[random.Next(places.Count)]);
        }
        var text = root.Count == 0 ? "" : root[0]?.ToJsonString() ?? "null";
        return random.Next(60) == 0 ? text[..random.Next(text.Length)] : Raw(text);
    }

    /// <summary>Ids that exist, now and then.</summary>
    private void Familiar(Place place)
    {
        if (place.Value is not JsonValue value || !value.TryGetValue<string>(out var text)) return;
        if (Guid.TryParse(text, out _) && random.Next(3) > 0) place.Set(pool.Id(random));
        else if (text.Length is > 0 and <= 6 && random.Next(8) == 0) place.Set(pool.Code(random));
    }

    private void Change(Place place)
    {
        switch (random.Next(8))
        {
            case 0: place.Remove(); break;
            case 1: place.Rename(random.Next(2) == 0 ? "nosuch" : place.Name.ToUpperInvariant()); break;
            case 2: place.Repeat(random.Next(2) == 0 ? 2 : 120); break;
            case 3: place.Set(Hostile.Texts[random.Next(Hostile.Texts.Length)]); break;
            case 4: place.Set(random.Next(-3, 40)); break;
            default: place.Set(Mark + random.Next(Hostile.Values.Length)); break;
        }
    }

    /// <summary>What no JSON library would write is put in at the end.</summary>
    private static string Raw(string text)
    {
        for (var at = Hostile.Values.Length - 1; at >= 0; at--)
        {
            text = text.Replace($"\"{Mark}{at}\"", Hostile.Values[at], StringComparison.Ordinal)
                .Replace($"\"\\u2063raw:{at}\"", Hostile.Values[at], StringComparison.Ordinal);
        }
        return text;
    }

    private static IEnumerable<Place> Places(JsonNode? within) => within switch
    {
        JsonObject fields => fields.ToList().SelectMany(field => Places(field.Value).Prepend(new(fields, field.Key, field.Value))),
        JsonArray items => items.ToList().Index()
            .SelectMany(item => Places(item.Item).Prepend(new(items, item.Index.ToString(), item.Item))),
        _ => [],
    };

    private sealed record Place(JsonNode Within, string Name, JsonNode? Value)
    {
        public void Set(JsonNode value)
        {
            if (Within is JsonObject fields) fields[Name] = value;
            else if (Index < Items.Count) Items[Index] = value;
        }

        public void Remove()
        {
            if (Within is JsonObject fields) fields.Remove(Name);
            else if (Index < Items.Count) Items.RemoveAt(Index);
        }

        public void Rename(string name)
        {
            if (Within is not JsonObject fields || fields.ContainsKey(name)) return;
            fields.Remove(Name);
            fields[name] = Value?.DeepClone();
        }

        public void Repeat(int times)
        {
            if (Value is not JsonArray { Count: > 0 } list) return;
            for (var n = 1; n < times; n++) list.Add(list[0]?.DeepClone());
        }

        private JsonArray Items => (JsonArray)Within;

        private int Index => int.Parse(Name, System.Globalization.CultureInfo.InvariantCulture);
    }
}
