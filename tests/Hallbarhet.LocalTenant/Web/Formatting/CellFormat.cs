using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>A cell of a list: formatted where its column says how, else the plain value.</summary>
internal static class CellFormat
{
    public static Html Show(RowContext row)
    {
        var plain = FieldText.Show(row.Visit, row.Site, row.Column, row.Item);
        if (string.IsNullOrEmpty(row.Column.CustomFormatter)) return plain;
        try
        {
            return new ElementRenderer(row.Column.Name).Show(row, Parse(row.Column.CustomFormatter), "0");
        }
        catch (FormattingProblem problem)
        {
            return H($"""{plain} <span class="unformatted">Formateringen visas inte: {problem.Message}</span>""");
        }
    }

    public static JsonObject Parse(string format)
    {
        try
        {
            return JsonNode.Parse(format) as JsonObject ?? throw new FormattingProblem("formatet är inget objekt");
        }
        catch (JsonException)
        {
            throw new FormattingProblem("formatet är inte giltig JSON");
        }
    }
}
