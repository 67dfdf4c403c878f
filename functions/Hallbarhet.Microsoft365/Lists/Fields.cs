using System.Globalization;
using System.Text.Json;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>
/// The columns of one item, read tolerantly: people edit lists by hand, and a value that makes no sense is no value.
/// </summary>
internal readonly struct Fields(JsonElement json)
{
    /// <summary>Null for an empty cell.</summary>
    public string? Text(string column) =>
        Value(column) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    public double? Number(string column) => Value(column) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.TryGetDouble(out var number) ? number : null,
        { ValueKind: JsonValueKind.String } value =>
            double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    public bool YesNo(string column) => Value(column)?.ValueKind == JsonValueKind.True;

    public DateTimeOffset? Instant(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>SharePoint keeps a date as midnight, in the site's zone or in UTC; in Stockholm both are the same day.</summary>
    public DateOnly? Day(string column) => Instant(column) is { } time ? Stockholm.Date(time) : null;

    public T? Choice<T>(string column) where T : struct, Enum => Words.Parse<T>(Text(column));

    public IReadOnlyList<string> Choices(string column) =>
        [.. Several(column).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)];

    public int? Lookup(string column) => Id(Value(column + "LookupId"));

    public IReadOnlyList<int> Lookups(string column) => [.. Several(column).Select(LookupId).OfType<int>()];

    public PersonId? Person(string column) => Lookup(column) is { } id ? new PersonId(id) : null;

    public IReadOnlyList<PersonId> Persons(string column) => [.. Lookups(column).Select(id => new PersonId(id))];

    private JsonElement? Value(string column) => json.TryGetProperty(column, out var value) ? value : null;

    private JsonElement.ArrayEnumerator Several(string column) =>
        Value(column) is { ValueKind: JsonValueKind.Array } values ? values.EnumerateArray() : default;

    private static int? LookupId(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? Id(value.TryGetProperty("LookupId", out var id) ? id : null) : Id(value);

    /// <summary>Answered as text, though written as a number.</summary>
    private static int? Id(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var id) ? id : null,
        { ValueKind: JsonValueKind.String } text =>
            int.TryParse(text.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null,
        _ => null,
    };
}
