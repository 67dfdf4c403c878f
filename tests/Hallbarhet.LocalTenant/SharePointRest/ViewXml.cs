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
        if (given.Element("ViewFields") is { } fields)
        {
            var names = fields.Elements("FieldRef").Select(f => ViewColumns.Demand(list, f.Text("Name"))).ToList();
            view.Fields.Clear();
            view.Fields.AddRange(names);
        }
        if (given.Element("Query") is { } query)
            view.Query = ViewColumns.DemandQuery(list, string.Concat(query.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting))));
        if (given.Element("RowLimit") is { } limit)
            (view.RowLimit, view.Paged) = ((int)limit, limit.IsTrue("Paged"));
    }

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
