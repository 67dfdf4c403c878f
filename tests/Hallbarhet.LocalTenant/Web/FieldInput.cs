using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>A column in a form: its input, what stands in it, and how what was entered is sent to SharePoint.</summary>
internal sealed class FieldInput(Visit visit, Site site, Column column)
{
    private string Id => "f_" + column.Name;

    private string Title => Words.ColumnTitle(column);

    /// <summary>Columns that a form lets people fill in.</summary>
    public static IEnumerable<Column> Of(SharePointList list) =>
        list.Columns.Values.Where(c => !c.Hidden && !c.ReadOnly && c.Kind != ColumnKind.Computed);

    public IReadOnlyList<string> Entered() => [.. visit.PostedAll(Id).Select(v => v.ReplaceLineEndings("\n")).Where(v => v.Length > 0)];

    /// <summary>What the item holds, in the form that a browser would send.</summary>
    public IReadOnlyList<string> Stored(ListItem? item) => item is null ? Default() : FieldText.Value(item, column) switch
    {
        null => [],
        int id => [Key(id)],
        int[] ids => [.. ids.Select(Key)],
        string[] texts => texts,
        bool flag => flag ? ["1"] : [],
        DateTimeOffset at => [SiteCulture.Local(at).ToString(column.Kind == ColumnKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)],
        double number => [Words.Number(number)],
        var text => [text.ToString()!.ReplaceLineEndings("\n")],
    };

    /// <summary>The entered values as SharePoint's forms send them.</summary>
    public string Sent(IReadOnlyList<string> entered) => column.Kind switch
    {
        ColumnKind.Boolean => entered.Count > 0 ? "1" : "0",
        ColumnKind.Person or ColumnKind.People => entered.Count == 0 ? "" : People(entered),
        ColumnKind.Choices => string.Join(";#", entered),
        ColumnKind.Lookups => string.Join(";#", entered.Select(id => id + ";#")),
        ColumnKind.DateTime when entered is [var at] => at.Replace('T', ' '),
        _ => entered is [var one, ..] ? one : "",
    };

    public static string People(IEnumerable<string> logins) =>
        J.Array(logins.Select(l => J.Obj(("Key", "i:0#.f|membership|" + l)))).ToJsonString();

    public Html Show(IReadOnlyList<string> values, string? error)
    {
        var help = column.Description.Length > 0 ? H($"""<p class="hint" id="{Id}_hjalp">{column.Description}</p>""") : None;
        var wrong = error is null ? None : H($"""<p class="error" id="{Id}_fel">{error}</p>""");
        if (column.IsMany)
        {
            return H($"""
                <fieldset class="field"{Described(error)}><legend>{Title}{Mark()}</legend>{help}{wrong}
                <div class="options">{Options(values).Select(Box)}</div>
                </fieldset>
                """);
        }
        return H($"""
            <div class="field">{Label()}{help}{wrong}{Input(values.Count > 0 ? values[0] : "", error)}</div>
            """);

        Html Box((string Value, string Text) o) => H($"""
            <label><input type="checkbox" name="{Id}" value="{o.Value}"{Flag("checked", values.Contains(o.Value))}> {o.Text}</label>
            """);
    }

    private Html Label() => column.Kind == ColumnKind.Boolean ? None : H($"""<label for="{Id}">{Title}{Mark()}</label>""");

    private Html Mark() => column.Required ? H($""" <span class="required">(obligatoriskt)</span>""") : None;

    private Html Described(string? error)
    {
        var ids = (column.Description.Length > 0 ? $"{Id}_hjalp " : "") + (error is null ? "" : $"{Id}_fel");
        return Attribute("aria-describedby", ids.Length == 0 ? null : ids.Trim());
    }

    private Html Input(string value, string? error)
    {
        // Not the attribute "required": what SharePoint says about an empty field shall be seen.
        var common = H($"""id="{Id}" name="{Id}"{Described(error)}{Attribute("aria-invalid", error is null ? null : "true")}""");
        return column.Kind switch
        {
            ColumnKind.Note => H($"""<textarea {common} rows="5">{LineBreak}{value}</textarea>"""),
            ColumnKind.Boolean => H($"""<label class="check"><input type="checkbox" {common} value="1"{Flag("checked", value == "1")}> {Title}{Mark()}</label>"""),
            ColumnKind.Choice or ColumnKind.Person or ColumnKind.Lookup => Select(common, value),
            ColumnKind.Date => H($"""<input type="date" {common} value="{value}">"""),
            ColumnKind.DateTime => H($"""<input type="datetime-local" {common} value="{value}">"""),
            ColumnKind.Number => H($"""<input inputmode="decimal" {common} value="{value}" class="short">"""),
            _ => H($"""<input maxlength="255" {common} value="{value}">"""),
        };
    }

    private Html Select(Html common, string value)
    {
        var options = Options([value]).Select(o => H($"""<option value="{o.Value}"{Flag("selected", o.Value == value)}>{o.Text}</option>"""));
        return H($"""<select {common}><option value=""></option>{options}</select>""");
    }

    /// <summary>What can be chosen, and what is chosen already even if it could not be chosen now.</summary>
    private IEnumerable<(string Value, string Text)> Options(IReadOnlyList<string> values)
    {
        var offered = Offered().ToList();
        return offered.Concat(values.Where(v => v.Length > 0 && !offered.Exists(o => o.Value == v)).Select(v => (v, v)));
    }

    private IEnumerable<(string Value, string Text)> Offered()
    {
        if (column.Kind is ColumnKind.Choice or ColumnKind.Choices) return column.Choices.Select(c => (c, c));
        if (column.IsPerson)
        {
            return visit.Tenant.Users.All.Where(u => u.Enabled && site.Group?.Knows(u.Id) == true).Select(u => (u.Upn, u.DisplayName))
                .OrderBy(p => p.DisplayName, StringComparer.Create(SiteCulture.Swedish, true));
        }
        var target = site.FindList(column.LookupListId!);
        return target is null ? [] : target.Items.Keys
            .Select(id => (id.ToString(CultureInfo.InvariantCulture), LookupText.Of(site, column, id) ?? ""));
    }

    private string Key(int id) => column.IsPerson ? site.Users.Find(id)?.Upn ?? "" : id.ToString(CultureInfo.InvariantCulture);

    private string[] Default() => column.DefaultValue is JsonObject given && given.Text("value") is { } text
        ? column.Kind == ColumnKind.Boolean && text is not ("1" or "true") ? [] : text == "[today]" ? [Words.Day(visit.Tenant.Now)] : [text]
        : [];
}
