using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>A field's value as a list or a form shows it without formatting.</summary>
internal static class FieldText
{
    private const int Folded = 120;

    /// <summary>Also the columns that every row has without storing them as values.</summary>
    public static object? Value(ListItem item, Column column) => column.Name switch
    {
        "Author" when column.BuiltIn => item.Author.Id,
        "Editor" when column.BuiltIn => item.Editor.Id,
        "Created" when column.BuiltIn => item.Created,
        "Modified" when column.BuiltIn => item.Modified,
        "_UIVersionString" => $"{item.Version}.0",
        "ContentType" when column.BuiltIn => item.Node is null ? "Objekt" : item.Node.IsFolder ? "Mapp" : "Dokument",
        "Attachments" when column.BuiltIn => item.Attachments.Count > 0 ? item.Attachments.Count.ToString(SiteCulture.Swedish) : null,
        "id" or "ID" => (double)item.Id,
        _ => item.Values.GetValueOrDefault(column.Name),
    };

    public static Html Show(Visit visit, Site site, Column column, ListItem item) => Show(visit, site, column, Value(item, column), true);

    /// <param name="visit">Who looks.</param>
    /// <param name="site">The list's site.</param>
    /// <param name="column">The value's column.</param>
    /// <param name="value">As the item keeps it.</param>
    /// <param name="fold">Whether a long note is folded to its beginning.</param>
    public static Html Show(Visit visit, Site site, Column column, object? value, bool fold) => value switch
    {
        null => None,
        int id => Reference(site, column, id),
        int[] ids => Join(ids.Select(i => Reference(site, column, i)), "; "),
        string text when column.Kind == ColumnKind.Note => Note(text, fold),
        string text when text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Link.Safe(visit.Tenant, text) is { } safe =>
            H($"""<a href="{safe}">{Shortened(text)}</a>"""),
        _ => Text(Plain(site, column, value)),
    };

    public static string Plain(Site site, Column column, object? value) => value switch
    {
        null => "",
        int id => LookupText.Of(site, column, id) ?? "",
        int[] ids => string.Join("; ", ids.Select(i => LookupText.Of(site, column, i))),
        string[] texts => string.Join("; ", texts),
        bool flag => flag ? "Ja" : "Nej",
        double number => Words.Number(number),
        DateTimeOffset at => column.Kind == ColumnKind.Date ? Words.Day(at) : Words.Moment(at),
        _ => value.ToString() ?? "",
    };

    private static Html Reference(Site site, Column column, int id)
    {
        var text = LookupText.Of(site, column, id) ?? "";
        if (column.IsPerson) return H($"""<span class="who">{text}</span>""");
        return site.FindList(column.LookupListId!) is { } target && target.Items.TryGetValue(id, out var item)
            ? H($"""<a href="{Link.Item(target, item)}">{text}</a>""")
            : Text(text);
    }

    private static Html Note(string text, bool fold)
    {
        if (!fold || text.Length <= Folded) return H($"""<div class="note">{text}</div>""");
        var end = text.LastIndexOf(' ', Folded);
        var start = text[..(end < Folded / 2 ? Folded : end)];
        return H($"""<details class="note"><summary>{start} …</summary>{text[start.Length..].TrimStart()}</details>""");
    }

    private static string Shortened(string url)
    {
        var text = Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.Host + Uri.UnescapeDataString(absolute.AbsolutePath) : url;
        return text.Length <= 60 ? text : text[..57] + "…";
    }
}
