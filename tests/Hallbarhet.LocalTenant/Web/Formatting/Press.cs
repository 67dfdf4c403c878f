using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>A pressed setValue button: the row, and what the button sets in it. The page says only which button; the format says the rest.</summary>
internal sealed record Press(ListItem Item, IReadOnlyDictionary<string, string> Values)
{
    public static Press Read(Visit visit, Site site, SharePointList list)
    {
        if (visit.Posted("knapp")?.Split('/') is not [var id, var name, var path]) throw WebSite.NotFound();
        var row = new RowContext(visit, site, list, list.Item(id), list.Column(name));
        try
        {
            var button = ElementRenderer.Find(CellFormat.Parse(row.Column.CustomFormatter ?? "{}"), path);
            var action = button.Inner("customRowAction");
            if (action?.Text("action") != "setValue") throw WebSite.NotFound();
            var values = (action.Inner("actionInput") ?? []).ToDictionary(i => i.Key, i => Sent(visit, site, list.Column(i.Key), Expression.Value(row, i.Value)));
            return new(row.Item, values);
        }
        catch (FormattingProblem problem)
        {
            throw GraphError.Invalid($"Knappen fungerar inte: {problem.Message}");
        }
    }

    /// <summary>As a form would send it.</summary>
    private static string Sent(Visit visit, Site site, Column column, object? value)
    {
        var input = new FieldInput(visit, site, column);
        return (column.Kind, value) switch
        {
            (ColumnKind.Person or ColumnKind.People, "") => input.Sent([]),
            (ColumnKind.Person or ColumnKind.People, string mail) => input.Sent([visit.Tenant.Users.ByMail(mail)?.Upn ?? mail]),
            (ColumnKind.Boolean, _) => input.Sent(Loose.Truth(value) ? ["1"] : []),
            (ColumnKind.Date, DateTimeOffset at) => Words.Day(at),
            _ => Loose.Text(value),
        };
    }
}
