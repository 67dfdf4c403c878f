using System.Xml.Linq;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>The Value element of a condition, and how it compares with what a row has.</summary>
internal sealed class CamlValue
{
    private readonly Column column;
    private readonly XElement element;
    private readonly bool byId;
    private readonly bool withTime;

    public CamlValue(Column column, XElement field, XElement value)
    {
        (this.column, element) = (column, value);
        foreach (var inner in value.Elements())
            if (inner.Name.LocalName is not ("Today" or "UserID")) throw CamlError.Malformed($"a Value with {inner.Name}");
        byId = IsTrue(field, "LookupId") || (string?)value.Attribute("Type") is "Integer" or "Counter";
        withTime = IsTrue(value, "IncludeTimeValue");
    }

    /// <summary>The signs of comparing each of the row's values with this one; empty when the row has none.</summary>
    public IEnumerable<int> Compare(CamlRow row) => row.Value(column) switch
    {
        null => [],
        int id => [Reference(row, id)],
        int[] ids => ids.Select(id => Reference(row, id)),
        string[] texts => texts.Select(t => Text(t, row)),
        double number => [number.CompareTo(Number())],
        bool flag => [flag.CompareTo(element.Value.Trim() is "1" || element.Value.Trim().Equals("TRUE", StringComparison.OrdinalIgnoreCase))],
        DateTimeOffset at => [Time(at, row)],
        LinkValue link => [Text(link.Url, row)],
        var other => [Text((string)other, row)],
    };

    /// <summary>Whether one of the row's texts fits, by Contains or BeginsWith.</summary>
    public bool AnyText(CamlRow row, Func<string, string, bool> fits) => (row.Value(column) switch
    {
        string text => [text],
        string[] texts => texts,
        int id => [LookupText.Of(row.Site, column, id) ?? ""],
        int[] ids => ids.Select(id => LookupText.Of(row.Site, column, id) ?? "").ToArray(),
        _ => Array.Empty<string>(),
    }).Any(t => fits(t, element.Value));

    /// <summary>Nothing comes first; the rest in the order of its kind, text as Swedes sort it.</summary>
    public static int Sort(object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string x, string y) => SiteCulture.Compare(x, y),
        _ => Comparer<object>.Default.Compare(a, b),
    };

    private int Reference(CamlRow row, int id) => byId
        ? id.CompareTo(element.Element("UserID") is null ? (int)Number() : row.Reader.UserId ?? -1)
        : Text(LookupText.Of(row.Site, column, id) ?? "", row);

    private int Text(string text, CamlRow row) =>
        string.Compare(text, element.Element("UserID") is null ? element.Value : row.Reader.UserId?.ToString(CultureInfo.InvariantCulture),
            StringComparison.OrdinalIgnoreCase);

    private double Number() => double.TryParse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw CamlError.Malformed($"the number '{element.Value}'");

    /// <summary>Days are compared unless IncludeTimeValue asks for the time of day.</summary>
    private int Time(DateTimeOffset at, CamlRow row)
    {
        if (element.Element("Today") is { } today)
            return Day(at).CompareTo(row.Reader.Today.AddDays(Offset(today)));
        var given = SiteCulture.ParseCaml(element.Value) ?? throw CamlError.Malformed($"the time '{element.Value}'");
        return withTime && column.Kind != ColumnKind.Date ? at.CompareTo(given) : Day(at).CompareTo(SiteCulture.DayOf(given));
    }

    /// <summary>A column without time keeps its day as such; any other moment falls on a day of the site's time zone.</summary>
    private DateOnly Day(DateTimeOffset at) =>
        column.Kind == ColumnKind.Date ? DateOnly.FromDateTime(at.UtcDateTime) : SiteCulture.DayOf(at);

    private static int Offset(XElement today) => (string?)today.Attribute("OffsetDays") is not { } text ? 0
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days
        : throw CamlError.Malformed($"OffsetDays '{text}'");

    private static bool IsTrue(XElement element, string name) =>
        "TRUE".Equals((string?)element.Attribute(name), StringComparison.OrdinalIgnoreCase);
}
