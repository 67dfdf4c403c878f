namespace Hallbarhet.LocalTenant.Pages;

/// <summary>Which web parts a page may hold through Graph, and the ids that sections and parts get.</summary>
internal static class WebParts
{
    /// <summary>The web part types that Microsoft documents for the pages API.</summary>
    private static readonly Dictionary<string, string> Documented = new(StringComparer.OrdinalIgnoreCase)
    {
        ["e377ea37-9047-43b9-8cdb-a761be2f8e09"] = "Bing Maps",
        ["0f087d7f-520e-42b7-89c0-496aaf979d58"] = "Button",
        ["df8e44e7-edd5-46d5-90da-aca1539313b8"] = "Call To Action",
        ["2161a1c6-db61-4731-b97c-3cdb303f7cbb"] = "Divider",
        ["b7dd04e1-19ce-4b24-9132-b60a1c2b910d"] = "Document Embed",
        ["d1d91016-032f-456d-98a4-721247c305e8"] = "Image",
        ["af8be689-990e-492a-81f7-ba3e4cd3ed9c"] = "Image Gallery",
        ["6410b3b6-d440-4663-8744-378976dc041e"] = "Link Preview",
        ["e84a8ca2-f63c-4fb9-bc0b-d8eef5ccb22b"] = "Org Chart",
        ["7f718435-ee4d-431c-bdbf-9c4ff326f46e"] = "People",
        ["c70391ea-0b10-4ee9-b2b4-006d3fcad0cd"] = "Quick Links",
        ["8654b779-4886-46d4-8ffb-b5ed960ee986"] = "Spacer",
        ["544dd15b-cf3c-441b-96da-004d5a8cea1d"] = "Youtube Embed",
        ["cbe7b0a9-3504-44dd-a3a3-0e5cacd07788"] = "Title Area",
    };

    public static void Check(JsonObject canvas)
    {
        foreach (var part in Columns(canvas).SelectMany(c => c.Objects("webparts")))
        {
            switch (part.Text("@odata.type")?.TrimStart('#'))
            {
                case "microsoft.graph.textWebPart" when part.Text("innerHtml") is not null:
                    break;
                case "microsoft.graph.standardWebPart" when part.Text("webPartType") is { } type && part.Inner("data") is not null:
                    if (!Documented.ContainsKey(type)) throw GraphError.Invalid($"The web part type {type} is not supported.");
                    break;
                default:
                    throw GraphError.Invalid("A web part is a #microsoft.graph.textWebPart with innerHtml or a #microsoft.graph.standardWebPart with webPartType and data.");
            }
        }
    }

    /// <summary>Gives sections, columns and parts the ids that the service would give.</summary>
    public static void Number(JsonObject canvas)
    {
        var part = 0;
        var section = 0;
        foreach (var row in canvas.Objects("horizontalSections"))
        {
            row["id"] ??= (++section).ToString(CultureInfo.InvariantCulture);
            row["emphasis"] ??= "none";
        }
        foreach (var column in Columns(canvas))
        {
            if (column.ContainsKey("width")) column["id"] ??= "1";
            foreach (var item in column.Objects("webparts")) item["id"] ??= new Guid(++part, 0, 0, new byte[8]).ToString();
        }
    }

    private static IEnumerable<JsonObject> Columns(JsonObject canvas)
    {
        var columns = canvas.Objects("horizontalSections").SelectMany(s => s.Objects("columns"));
        return canvas.Inner("verticalSection") is { } vertical ? columns.Append(vertical) : columns;
    }
}
