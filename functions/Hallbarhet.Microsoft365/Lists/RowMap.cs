using System.Globalization;
using System.Text.Json;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>How a row record and a SharePoint list belong together.</summary>
internal abstract class RowMap(GroupList list, string name)
{
    public GroupList List => list;

    /// <summary>The list's internal name.</summary>
    public string Name => name;

    /// <summary>What to ask for in <c>$expand=fields($select=…)</c>.</summary>
    public abstract string Select { get; }

    public abstract void Fill(Snapshot snapshot, IReadOnlyList<JsonElement> pages, RowCache cache);
}

internal sealed class RowMap<T>(GroupList list, string name, Func<Fields, T> read) : RowMap(list, name)
    where T : Row
{
    private const int LongestText = 255;
    private readonly List<Column<T>> columns = [];
    private readonly List<string> onlyRead = ["Created", "Modified", "AuthorLookupId", "EditorLookupId"];
    private Func<T, string?> key = _ => null;
    private string? select;

    /// <summary>The indexed column that tells whether a row exists already; null when the list has none.</summary>
    public string? KeyColumn { get; private set; }

    public override string Select => select ??= string.Join(',', columns.Select(c => c.Select).Concat(onlyRead));

    public string? Key(T row) => key(row) is { Length: > 0 } text ? text : null;

    public RowMap<T> Titled() => Text("Title", r => r.Title);

    public RowMap<T> Keyed() => KeyedBy("SourceKey", r => r.SourceKey);

    public RowMap<T> KeyedBy(string column, Func<T, string?> value)
    {
        (KeyColumn, key) = (column, value);
        return Text(column, value);
    }

    /// <summary>Column "Att göra".</summary>
    public RowMap<T> Messaged() => Note("SystemMessage", r => r.SystemMessage);

    /// <summary>A column that the service keeps itself.</summary>
    public RowMap<T> ReadOnly(string column)
    {
        onlyRead.Add(column);
        return this;
    }

    /// <summary>One line; SharePoint refuses more than 255 characters, so the rest is cut.</summary>
    public RowMap<T> Text(string column, Func<T, string?> value) =>
        Add<string?>(column, column, r => NullIfEmpty(Cut(value(r))), (json, text) => json.WriteStringValue(text));

    public RowMap<T> Note(string column, Func<T, string?> value) =>
        Add<string?>(column, column, r => NullIfEmpty(value(r)), (json, text) => json.WriteStringValue(text));

    public RowMap<T> Number(string column, Func<T, double?> value) => Add(column, column, value, (json, number) =>
    {
        if (number is { } n) json.WriteNumberValue(n);
        else json.WriteNullValue();
    });

    public RowMap<T> YesNo(string column, Func<T, bool> value) => Add(column, column, value, (json, yes) => json.WriteBooleanValue(yes));

    public RowMap<T> Day(string column, Func<T, DateOnly?> value) =>
        Add(column, column, value, (json, day) =>
            json.WriteStringValue(day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture)));

    public RowMap<T> Instant(string column, Func<T, DateTimeOffset?> value) => Add(column, column, r => ToSecond(value(r)), (json, time) =>
        json.WriteStringValue(time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    public RowMap<T> Choice<TEnum>(string column, Func<T, TEnum?> value) where TEnum : struct, Enum => Add(column, column, value,
        (json, choice) => json.WriteStringValue(choice is { } c ? Words.Of(c) : null));

    public RowMap<T> Choices(string column, Func<T, IReadOnlyList<string>> value) =>
        Add(column, column, value, WriteTexts, InOrder<string>.Instance, "Collection(Edm.String)");

    public RowMap<T> Person(string column, Func<T, PersonId?> value) => Lookup(column, r => value(r)?.Value);

    public RowMap<T> Persons(string column, Func<T, IReadOnlyList<PersonId>> value) =>
        Lookups(column, r => [.. value(r).Select(p => p.Value)]);

    public RowMap<T> Lookup(string column, Func<T, int?> value) =>
        Add(column + "LookupId", column + "LookupId", value, (json, id) =>
        {
            if (id is { } i) json.WriteNumberValue(i);
            else json.WriteNullValue();
        });

    public RowMap<T> Lookups(string column, Func<T, IReadOnlyList<int>> value) =>
        Add(column + "LookupId", column, value, WriteIds, InOrder<int>.Instance, "Collection(Edm.Int32)");

    /// <summary>Reads an item; <paramref name="item"/> has id, ETag and the expanded fields.</summary>
    public T Read(JsonElement item) => Read(Id(item), ETag(item) ?? "", item.GetProperty("fields"));

    public T Read(int id, string etag, JsonElement columnValues)
    {
        var fields = new Fields(columnValues);
        return read(fields) with
        {
            Id = id,
            ETag = etag,
            Title = fields.Text("Title") ?? "",
            SourceKey = fields.Text("SourceKey"),
            SystemMessage = fields.Text("SystemMessage"),
            Created = fields.Instant("Created") ?? default,
            Modified = fields.Instant("Modified") ?? default,
            Author = fields.Person("Author"),
            Editor = fields.Person("Editor"),
        };
    }

    public override void Fill(Snapshot snapshot, IReadOnlyList<JsonElement> pages, RowCache cache)
    {
        var rows = new List<T>();
        foreach (var page in pages)
        {
            foreach (var item in page.GetProperty("value").EnumerateArray())
                rows.Add(cache.Get(Name, Id(item), item.GetProperty("@odata.etag"), item, Read));
        }

        snapshot.With<T>(rows);
    }

    public IReadOnlyList<Column<T>> Changed(T before, T after) => [.. columns.Where(c => c.Differs(before, after))];

    /// <summary>Columns of a new row that hold something; an empty one is left to the list's default.</summary>
    public IReadOnlyList<Column<T>> Given(T row) => [.. columns.Where(c => !c.IsEmpty(row))];

    private RowMap<T> Add<TValue>(string column, string selected, Func<T, TValue> value, Action<Utf8JsonWriter, TValue> write,
        IEqualityComparer<TValue>? comparer = null, string? type = null)
    {
        columns.Add(new Column<T, TValue>(column, selected, value, write, comparer, type));
        return this;
    }

    private static int Id(JsonElement item) => int.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);

    private static string? ETag(JsonElement item) => item.TryGetProperty("@odata.etag", out var etag) ? etag.GetString() : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    /// <summary>SharePoint keeps whole seconds; a finer difference would look like a change for ever.</summary>
    private static DateTimeOffset? ToSecond(DateTimeOffset? time) =>
        time is { } t ? new DateTimeOffset(t.UtcTicks - (t.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyList<int> ids)
    {
        json.WriteStartArray();
        foreach (var id in ids) json.WriteNumberValue(id);
        json.WriteEndArray();
    }
}
