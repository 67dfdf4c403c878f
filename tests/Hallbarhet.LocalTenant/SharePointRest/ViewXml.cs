using System.Xml;
using System.Xml.Linq;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>A view as SharePoint's View element.</summary>
internal static class ViewXml
{
    public static string Write(ListView view, string path) => new XElement("View",
        new XAttribute("Type", "HTML"), new XAttribute("Url", path), new XAttribute("Personal", "FALSE"),
        new XAttribute("DisplayName", view.Title), new XAttribute("DefaultView", view.IsDefault ? "TRUE" : "FALSE"),
        new XAttribute("Name", view.Id.ToString("B").ToUpperInvariant()),
        XElement.Parse($"<Query>{view.Query}</Query>"),
        new XElement("ViewFields", view.Fields.Select(f => new XElement("FieldRef", new XAttribute("Name", f)))),
        new XElement("RowLimit", new XAttribute("Paged", view.Paged ? "TRUE" : "FALSE"), view.RowLimit))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>Takes over columns, query and row limit of a View element.</summary>
    public static void Apply(SharePointList list, ListView view, string xml)
    {
        var given = Parse(xml);
        var names = given.Element("ViewFields")?.Elements("FieldRef").Select(f => ViewColumns.Demand(list, f.Text("Name"))).ToList();
        var query = given.Element("Query") is { } q ? ViewColumns.DemandQuery(list, Content(q)) : view.Query;
        if (given.Element("RowLimit") is { } limit) (view.RowLimit, view.Paged) = (Limit(limit), limit.IsTrue("Paged"));
        view.Query = query;
        if (names is null) return;
        view.Fields.Clear();
        view.Fields.AddRange(names);
    }

    public static string Content(XElement query) => string.Concat(query.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting)));

    public static int Limit(XElement limit) => int.TryParse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw RestError.Argument($"The row limit '{limit.Value}' is not valid.");

    public static XElement Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml) is { Name.LocalName: "View" } view ? view : throw Malformed();
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    private static GraphError Malformed() => RestError.Argument("The view's XML is not well-formed: a View element was expected.");
}
