using System.Globalization;
using System.Text.Json.Nodes;

namespace Hallbarhet.Year.People;

/// <summary>Builds the fields of an item in the form that Graph takes.</summary>
public static class Fields
{
    public static JsonObject Text(this JsonObject fields, string name, string? value)
    {
        if (value is not null) fields[name] = value;
        return fields;
    }

    public static JsonObject Yes(this JsonObject fields, string name, bool value)
    {
        fields[name] = value;
        return fields;
    }

    public static JsonObject Number(this JsonObject fields, string name, double value)
    {
        fields[name] = value;
        return fields;
    }

    public static JsonObject Date(this JsonObject fields, string name, DateOnly? value)
    {
        if (value is { } date) fields[name] = date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        return fields;
    }

    public static JsonObject Time(this JsonObject fields, string name, DateTimeOffset value)
    {
        fields[name] = value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return fields;
    }

    public static JsonObject Lookup(this JsonObject fields, string name, int? id)
    {
        if (id is { } value) fields[name + "LookupId"] = value;
        return fields;
    }

    public static JsonObject Lookups(this JsonObject fields, string name, IEnumerable<int> ids)
    {
        var array = new JsonArray([.. ids.Select(i => (JsonNode)i)]);
        if (array.Count == 0) return fields;
        fields[name + "LookupId@odata.type"] = "Collection(Edm.Int32)";
        fields[name + "LookupId"] = array;
        return fields;
    }

    public static JsonObject Choices(this JsonObject fields, string name, IEnumerable<string> values)
    {
        fields[name + "@odata.type"] = "Collection(Edm.String)";
        fields[name] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        return fields;
    }
}
