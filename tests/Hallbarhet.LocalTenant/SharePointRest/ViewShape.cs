using System.Xml.Linq;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.View.</summary>
internal static class ViewShape
{
    public static Shaped Of(SharePointList list, ListView view)
    {
        var path = $"{ListShape.Path(list)}{(list.Drive is null ? "" : "/Forms")}/{view.Name}.aspx";
        var xml = ViewXml.Write(view, path);
        return new("SP.View", J.Obj(
            ("Aggregations", null), ("AggregationsStatus", null), ("AssociatedContentTypeId", null), ("BaseViewId", null),
            ("CalendarViewStyles", null), ("ColumnWidth", null), ("ContentTypeId", J.Obj(("StringValue", "0x"))),
            ("CustomFormatter", view.CustomFormatter), ("DefaultView", view.IsDefault),
            ("DefaultViewForContentType", false), ("EditorModified", false), ("Formats", null), ("GridLayout", null),
            ("Hidden", view.Hidden), ("HtmlSchemaXml", xml), ("Id", view.Id.ToString()), ("ImageUrl", null), ("IncludeRootFolder", false),
            ("ViewJoins", null), ("JSLink", null), ("ListViewXml", xml), ("Method", null), ("MobileDefaultView", false),
            ("MobileView", false), ("ModerationType", null), ("NewDocumentTemplates", null), ("OrderedView", false), ("Paged", view.Paged),
            ("PersonalView", false), ("ViewProjectedFields", null), ("ViewQuery", view.Query), ("ReadOnlyView", false),
            ("RequiresClientIntegration", false), ("RowLimit", view.RowLimit), ("Scope", 0),
            ("ServerRelativePath", J.Obj(("DecodedUrl", path))), ("ServerRelativeUrl", path), ("StyleId", null), ("TabularView", true),
            ("Threaded", false), ("Title", view.Title), ("Toolbar", null), ("ToolbarTemplateName", null), ("ViewType", "HTML"),
            ("ViewData", null), ("ViewType2", null), ("VisualizationInfo", null)))
        {
            Inner = new() { ["ViewFields"] = inner => Fields(view).Show(inner) },
        };
    }

    public static Shaped Fields(ListView view) => new("SP.ViewFieldCollection", J.Obj(
        ("SchemaXml", string.Concat(view.Fields.Select(f => new XElement("FieldRef", new XAttribute("Name", f))))),
        ("Items", J.Array(view.Fields.Select(f => (JsonNode?)f)))));
}
