using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Web.Pages;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>Turns the elements of a format into markup. What is not in the list of known things is refused, never passed on.</summary>
internal sealed partial class ElementRenderer(string buttonKey)
{
    private static readonly string[] Known =
        ["$schema", "elmType", "txtContent", "attributes", "style", "children", "forEach", "customRowAction", "debugMode"];

    /// <param name="row">What is shown.</param>
    /// <param name="element">The format, or one of its children.</param>
    /// <param name="path">Place of the element in the format, such as "0.1"; a button is found again by it.</param>
    public Html Show(RowContext row, JsonObject element, string path)
    {
        foreach (var (name, _) in element)
            if (!Known.Contains(name)) throw new FormattingProblem($"egenskapen {name} är inte känd");
        var styles = (element.Inner("style") ?? []).Select(s => (s.Key, Expression.Text(row, s.Value))).ToList();
        // What is not displayed is not sent either: a hidden button cannot be pressed by accident.
        if (styles.Contains(("display", "none"))) return None;
        var style = StyleRules.Of(styles);
        var given = (element.Inner("attributes") ?? []).Select(a => OneAttribute(row, a.Key, Expression.Text(row, a.Value)));
        var attributes = H($"{Attribute("style", style.Length > 0 ? style : null)}{given}");
        var content = Content(row, element, path);
        return element.Text("elmType") switch
        {
            "div" => H($"<div{attributes}>{content}</div>"),
            "span" => H($"<span{attributes}>{content}</span>"),
            "p" => H($"<p{attributes}>{content}</p>"),
            "a" => H($"<a{attributes}>{content}</a>"),
            "img" => H($"""<img alt=""{attributes}>"""),
            "button" => Button(row, element, path, attributes, content),
            var type => throw new FormattingProblem($"elementet {type} är inte känt"),
        };
    }

    /// <summary>The element at a path, with the row that it is shown for.</summary>
    public static JsonObject Find(JsonObject format, string path) => path.Split('.').Skip(1).Aggregate(format, (element, index) =>
        element.Objects("children").ElementAtOrDefault(int.Parse(index, CultureInfo.InvariantCulture)) ?? throw WebSite.NotFound());

    private Html Content(RowContext row, JsonObject element, string path)
    {
        var icon = element.Inner("attributes")?["iconName"] is { } name ? Icon(Expression.Text(row, name)) : None;
        if (element.ContainsKey("txtContent")) return H($"{icon}{Expression.Text(row, element["txtContent"])}");
        return H($"{icon}{element.Objects("children").Select((c, i) => Repeated(row, c, $"{path}.{i.ToString(CultureInfo.InvariantCulture)}"))}");
    }

    private Html Repeated(RowContext row, JsonObject element, string path)
    {
        if (element.Text("forEach") is not { } each) return Show(row, element, path);
        var loop = Loop().Match(each);
        if (!loop.Success) throw new FormattingProblem($"forEach kan inte läsas: {each}");
        var values = Expression.Value(row, loop.Groups["field"].Value) as object?[] ?? throw new FormattingProblem("forEach behöver ett fält med flera värden");
        return All(values.Select(v => Show(row.With(loop.Groups["name"].Value, v), element, path)));
    }

    private static Html Icon(string name) => name.Length == 0 ? None
        : H($"""<span class="icon" aria-hidden="true">{Glyph(name)}</span>""");

    /// <summary>Characters for the icons that lists use; SharePoint's own icon font is not at hand.</summary>
    private static string Glyph(string name) => name switch
    {
        "CheckMark" or "Accept" or "Completed" => "✓",
        "Undo" => "↶",
        "Cancel" => "✕",
        "Blocked2" => "⊘",
        "CircleRing" => "○",
        "Clock" => "◷",
        "Edit" => "✎",
        "Mail" => "✉",
        "Send" => "➤",
        "Pause" => "‖",
        "Info" => "i",
        "Warning" or "Error" or "ErrorBadge" => "!",
        _ => "•",
    };

    private static Html OneAttribute(RowContext row, string name, string value) => (name, value) switch
    {
        (_, "") or ("iconName", _) => None,
        ("class", _) => Attribute(name, StyleRules.Classes(value)),
        ("title", _) => Attribute(name, value),
        ("href" or "src", _) => Attribute(name, Link.Safe(row.Visit.Tenant, value) ?? throw new FormattingProblem("länken är inte tillåten")),
        ("target", "_blank") => H($"{Attribute(name, value)}{Attribute("rel", "noopener")}"),
        ("target" or "rel" or "role" or "data-interception", _) => None,
        _ => throw new FormattingProblem($"attributet {name} är inte känt"),
    };

    private Html Button(RowContext row, JsonObject element, string path, Html attributes, Html content)
    {
        var id = row.Item.Id;
        return element.Inner("customRowAction")?.Text("action") switch
        {
            "setValue" => H($"""
                <button form="{ListPage.ButtonForm}" name="knapp" value="{id}/{buttonKey}/{path}"{Named(row, content)}{attributes}>{content}</button>
                """),
            "defaultClick" => H($"""<a href="{Link.Item(row.List, row.Item)}"{attributes}>{content}</a>"""),
            "editProps" => H($"""<a href="{Link.Item(row.List, row.Item, "EditForm")}"{attributes}>{content}</a>"""),
            var action => throw new FormattingProblem($"knappens åtgärd {action} är inte känd"),
        };
    }

    /// <summary>The same button stands in many rows, so its name says in which.</summary>
    private static Html Named(RowContext row, Html content)
    {
        var text = System.Net.WebUtility.HtmlDecode(Tags().Replace(content.Markup, "")).Trim();
        return Attribute("aria-label", $"{text}: {ItemPage.Title(row.Item)}");
    }

    [GeneratedRegex("<span class=\"icon\".*?</span>|<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^(?<name>[A-Za-z_]\w*) in (?<field>@currentField|\[\$\w+\])$")]
    private static partial Regex Loop();
}
