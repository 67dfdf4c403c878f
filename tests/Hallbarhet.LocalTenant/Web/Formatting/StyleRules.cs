using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>Which styles and classes a format may set. SharePoint documents the list of styles; these are the ones that lists need.</summary>
internal static partial class StyleRules
{
    private static readonly HashSet<string> Styles =
    [
        "background-color", "border", "border-bottom", "border-color", "border-left", "border-radius", "border-right", "border-style",
        "border-top", "border-width", "box-shadow", "box-sizing", "color", "cursor", "display", "fill", "flex", "flex-direction", "flex-grow",
        "flex-shrink", "flex-wrap", "align-items", "justify-content", "font-size", "font-style", "font-weight", "height", "line-height", "margin",
        "margin-bottom", "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width", "opacity", "outline",
        "overflow", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align", "text-decoration",
        "text-overflow", "vertical-align", "visibility", "white-space", "width", "word-break",
    ];

    /// <summary>The style attribute's text; an empty value sets nothing.</summary>
    public static string Of(IEnumerable<(string Name, string Value)> styles) => string.Join(";", styles.Where(s => s.Value.Length > 0).Select(s =>
        !Styles.Contains(s.Name) ? throw new FormattingProblem($"stilen {s.Name} är inte tillåten")
        : Value().IsMatch(s.Value) ? $"{s.Name}:{s.Value}"
        : throw new FormattingProblem($"värdet på stilen {s.Name} är inte tillåtet")));

    /// <summary>SharePoint's own classes only, so that a format cannot take on the look of the page around it.</summary>
    public static string Classes(string names) => string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n =>
        ClassName().IsMatch(n) ? n : throw new FormattingProblem($"klassen {n} är inte känd")));

    [GeneratedRegex(@"^[\w\s#%.,+-]+(?:\([\d\s,.%]+\))?$")]
    private static partial Regex Value();

    [GeneratedRegex("^(?:sp-|ms-)[A-Za-z0-9_-]+$")]
    private static partial Regex ClassName();
}
