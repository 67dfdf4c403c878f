using System.Xml;
using System.Xml.Linq;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>The content of a CAML Query element: which rows, in which order, under which headings.</summary>
internal sealed class CamlQuery
{
    private readonly Func<CamlRow, bool> where;
    private readonly List<Column> filtered = [];

    private CamlQuery(SharePointList list, XElement query)
    {
        foreach (var part in query.Elements())
            if (part.Name.LocalName is not ("Where" or "OrderBy" or "GroupBy")) throw CamlError.Malformed($"a Query with {part.Name}");
        where = query.Element("Where") is { } filter ? CamlWhere.Parse(list, CamlWhere.Only(filter)) : _ => true;
        filtered.AddRange(query.Elements("Where").Descendants("FieldRef").Select(f => CamlWhere.ColumnOf(list, f)));
        Groups = Keys(list, query.Element("GroupBy"));
        Order = Keys(list, query.Element("OrderBy"));
    }

    public IReadOnlyList<CamlKey> Groups { get; }

    public IReadOnlyList<CamlKey> Order { get; }

    /// <exception cref="GraphError">The CAML is malformed or names a column that the list does not have.</exception>
    public static CamlQuery Parse(SharePointList list, string content)
    {
        try
        {
            return new(list, XElement.Parse($"<Query>{content}</Query>"));
        }
        catch (XmlException)
        {
            throw CamlError.Malformed("a Query that is not well-formed");
        }
    }

    /// <summary>The rows that fit, by group, then by order, then as they were made.</summary>
    public IEnumerable<CamlRow> Run(IEnumerable<CamlRow> rows)
    {
        var comparer = Comparer<object?>.Create(CamlValue.Sort);
        var ordered = rows.Where(where).OrderBy(_ => 0);
        foreach (var key in Groups.Concat(Order))
            ordered = key.Descending ? ordered.ThenByDescending(r => r.SortKey(key.Column), comparer)
                : ordered.ThenBy(r => r.SortKey(key.Column), comparer);
        return ordered;
    }

    /// <summary>In a long list the first condition and the first order must be on an indexed column.</summary>
    public void DemandBelowThreshold(SharePointList list)
    {
        var leading = filtered.Take(1).Concat(Groups.Concat(Order).Select(k => k.Column).Take(1));
        if (list.Items.Count > ItemQuery.Threshold && leading.Any(c => !c.Indexed && c != Column.Number)) throw CamlError.AboveThreshold();
    }

    private static List<CamlKey> Keys(SharePointList list, XElement? element) => [.. (element?.Elements("FieldRef") ?? [])
        .Select(f => new CamlKey(CamlWhere.ColumnOf(list, f), "FALSE".Equals((string?)f.Attribute("Ascending"), StringComparison.OrdinalIgnoreCase)))];
}

internal sealed record CamlKey(Column Column, bool Descending);

internal static class CamlError
{
    public static GraphError Malformed(string what) => new(500, "-2147467259, Microsoft.SharePoint.SPException",
        $"Cannot complete this action.\n\nPlease try again. ({what})");

    public static GraphError AboveThreshold() => new(500, "-2147024860, Microsoft.SharePoint.SPQueryThrottledException",
        "The attempted operation is prohibited because it exceeds the list view threshold.");

    public static GraphError NoColumn(string name) => new(500, "-2130575340, Microsoft.SharePoint.SPException",
        $"One or more field types are not installed properly. Go to the list settings page to delete these fields. ({name})");
}
