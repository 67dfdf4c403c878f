using System.Xml.Linq;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>Turns the conditions of a Where element into a test of rows.</summary>
internal static class CamlWhere
{
    /// <summary>SharePoint takes no more values in one In.</summary>
    private const int LongestIn = 500;

    public static Func<CamlRow, bool> Parse(SharePointList list, XElement condition) => condition.Name.LocalName switch
    {
        "And" => Both(list, condition, (a, b) => row => a(row) && b(row)),
        "Or" => Both(list, condition, (a, b) => row => a(row) || b(row)),
        "IsNull" => Presence(list, condition, false),
        "IsNotNull" => Presence(list, condition, true),
        "In" => In(list, condition),
        _ => Comparison(list, condition),
    };

    /// <summary>The one element inside of another.</summary>
    public static XElement Only(XElement parent) =>
        parent.Elements().ToList() is [var only] ? only : throw CamlError.Malformed($"{parent.Name} with other than one condition");

    public static Column ColumnOf(SharePointList list, XElement? field)
    {
        var name = (string?)field?.Attribute("Name") ?? throw CamlError.Malformed("a condition without a FieldRef");
        return name == "ID" ? Column.Number : list.Columns.GetValueOrDefault(name) ?? throw CamlError.NoColumn(name);
    }

    private static Func<CamlRow, bool> Both(SharePointList list, XElement parent,
        Func<Func<CamlRow, bool>, Func<CamlRow, bool>, Func<CamlRow, bool>> join) =>
        parent.Elements().ToList() is [var first, var second]
            ? join(Parse(list, first), Parse(list, second))
            : throw CamlError.Malformed($"{parent.Name} with other than two conditions");

    private static Func<CamlRow, bool> Presence(SharePointList list, XElement condition, bool wanted)
    {
        var column = ColumnOf(list, condition.Element("FieldRef"));
        return row => row.Value(column) is not null == wanted;
    }

    private static Func<CamlRow, bool> In(SharePointList list, XElement condition)
    {
        var field = condition.Element("FieldRef");
        var column = ColumnOf(list, field);
        var values = condition.Element("Values")?.Elements("Value").Select(v => new CamlValue(column, field!, v)).ToList() ?? [];
        if (values.Count is 0 or > LongestIn) throw CamlError.Malformed($"In with {values.Count} values");
        return row => values.Exists(v => v.Compare(row).Any(sign => sign == 0));
    }

    private static Func<CamlRow, bool> Comparison(SharePointList list, XElement condition)
    {
        var field = condition.Element("FieldRef");
        var value = new CamlValue(ColumnOf(list, field), field!,
            condition.Element("Value") ?? throw CamlError.Malformed($"{condition.Name} without a Value"));
        return condition.Name.LocalName switch
        {
            "Eq" => row => value.Compare(row).Any(sign => sign == 0),
            // An empty field is not equal to anything, so it is among those that Neq finds.
            "Neq" => row => value.Compare(row).All(sign => sign != 0),
            "Gt" => row => value.Compare(row).Any(sign => sign > 0),
            "Geq" => row => value.Compare(row).Any(sign => sign >= 0),
            "Lt" => row => value.Compare(row).Any(sign => sign < 0),
            "Leq" => row => value.Compare(row).Any(sign => sign <= 0),
            "Contains" => row => value.AnyText(row, (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase)),
            "BeginsWith" => row => value.AnyText(row, (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase)),
            var other => throw new GraphError(501, "-1, System.NotImplementedException", $"The CAML operator {other} is not known to the local tenant"),
        };
    }
}
