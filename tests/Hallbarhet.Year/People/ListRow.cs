using System.Globalization;
using System.Text.Json;

namespace Hallbarhet.Year.People;

/// <summary>A list item as Graph gives it to anybody: id and fields by internal name.</summary>
public sealed class ListRow(JsonElement item)
{
    private readonly JsonElement fields = item.GetProperty("fields");

    public int Id { get; } = int.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);

    public DateTimeOffset Created => item.GetProperty("createdDateTime").GetDateTimeOffset();

    public string Title => Text("Title") ?? "";

    public string? Text(string field) => fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()
        : null;

    public bool Yes(string field) => fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    public double? Number(string field) => fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : null;

    /// <summary>Id that a person or lookup column points at.</summary>
    public int? Lookup(string field) =>
        int.TryParse(Text(field + "LookupId"), CultureInfo.InvariantCulture, out var id) ? id : null;

    public IReadOnlyList<int> Lookups(string field) => fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(v => v.GetProperty("LookupId").GetInt32())]
        : [];

    public DateTimeOffset? Time(string field) => Text(field) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    /// <summary>The day in Stockholm.</summary>
    public DateOnly? Date(string field) => Time(field) is { } time ? DateOnly.FromDateTime(Stage.Local(time).DateTime) : null;
}
