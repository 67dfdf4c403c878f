using System.Globalization;
using System.Xml.Linq;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.SharePoint;

/// <summary>A view of the data in SharePoint's terms: conditions become CAML.</summary>
public static class ViewQuery
{
    private const string Reference = "FieldRef";

    public static ViewContent Content(ListDefinition list, ViewDefinition view) => new()
    {
        Title = view.Title,
        Default = view.Default,
        Columns = view.Columns,
        Query = Caml(list, view),
        Limit = view.Limit,
    };

    /// <summary>One way of writing for queries that say the same, whoever wrote them.</summary>
    public static string Normal(string query)
    {
        try
        {
            return string.Concat(XElement.Parse($"<Query>{query}</Query>").Elements()
                .OrderBy(element => element.Name.LocalName, StringComparer.Ordinal).Select(Plain));
        }
        catch (System.Xml.XmlException)
        {
            return query;
        }
    }

    private static string Caml(ListDefinition list, ViewDefinition view)
    {
        List<XElement> parts = [];
        if (view.Group is { } group)
            parts.Add(new XElement("GroupBy", new XAttribute("Collapse", "FALSE"), Field(group)));
        if (view.Sort.Count > 0)
            parts.Add(new XElement("OrderBy", view.Sort.Select(Order)));
        if (view.Where.Count > 0)
            parts.Add(new XElement("Where", Joined("And", view.Where.Select(condition => Condition(list, condition)))));
        return string.Concat(parts.Select(Plain));
    }

    private static XElement Condition(ListDefinition list, ViewCondition condition)
    {
        if (condition.Empty is { } empty)
            return new XElement(empty ? "IsNull" : "IsNotNull", Field(condition.Column));
        var test = condition switch
        {
            { Is.Count: > 0 } => Joined("Or", condition.Is.Select(value => Test("Eq", value))),
            { IsNot.Count: > 0 } => Joined("And", condition.IsNot.Select(value => Test("Neq", value))),
            { From: { } from } => Test("Geq", from),
            _ => Test("Lt", condition.Before!),
        };
        return condition.OrEmpty ? new XElement("Or", new XElement("IsNull", Field(condition.Column)), test) : test;

        XElement Test(string name, string value) => new(name, Field(condition.Column), Value(list.Column(condition.Column), value));
    }

    private static XElement Value(ColumnDefinition? column, string value) => (value, column?.Type) switch
    {
        (ViewCondition.Me, _) => new("Value", new XAttribute("Type", "Integer"), new XElement("UserID")),
        (ViewCondition.Today, _) => new("Value", new XAttribute("Type", "DateTime"), new XElement("Today")),
        (_, ColumnType.Date or ColumnType.DateTime) => new("Value", new XAttribute("Type", "DateTime"), value),
        (_, ColumnType.YesNo) => new("Value", new XAttribute("Type", "Boolean"), value),
        (_, ColumnType.Number) => new("Value", new XAttribute("Type", "Number"), value),
        (_, ColumnType.Lookup or ColumnType.Person) => new("Value", new XAttribute("Type", "Integer"), value),
        (_, ColumnType.Choice) => new("Value", new XAttribute("Type", "Choice"), value),
        _ => new("Value", new XAttribute("Type", "Text"), value),
    };

    /// <summary>SharePoint's logical elements take two operands each.</summary>
    private static XElement Joined(string name, IEnumerable<XElement> elements) =>
        elements.Aggregate((left, right) => new XElement(name, left, right));

    private static XElement Order(string sort)
    {
        var field = Field(sort.TrimStart('-'));
        if (sort.StartsWith('-'))
            field.SetAttributeValue("Ascending", false.ToString(CultureInfo.InvariantCulture).ToUpperInvariant());
        return field;
    }

    private static XElement Field(string name) => new(Reference, new XAttribute("Name", name));

    private static string Plain(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
