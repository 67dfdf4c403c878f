using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Documents.Word;

/// <summary>
/// Which style id to write for each of our styles. A city's template calls "heading 1" for example Rubrik1: the name decides, and what
/// the template lacks is added to it.
/// </summary>
internal sealed class StyleNames
{
    private readonly Dictionary<string, string> ids = [];

    private StyleNames()
    {
    }

    public string this[string ours] => ids.GetValueOrDefault(ours, ours);

    public static StyleNames Of(MainDocumentPart main)
    {
        var names = new StyleNames();
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>(Relations.FreeId(main, "styles"));
        part.Styles ??= new Styles();
        foreach (var style in BaseParts.Styles().Elements<Style>())
            names.Match(style, part.Styles, main);
        return names;
    }

    private void Match(Style ours, Styles theirs, MainDocumentPart main)
    {
        var id = ours.StyleId!.Value!;
        var same = theirs.Elements<Style>().FirstOrDefault(s => SameName(s, ours));
        if (same?.StyleId?.Value is { } theirId)
        {
            ids[id] = theirId;
            return;
        }
        theirs.Append(Adapted(ours, theirs, main));
    }

    private static bool SameName(Style a, Style b) =>
        string.Equals(a.StyleName?.Val?.Value, b.StyleName?.Val?.Value, StringComparison.OrdinalIgnoreCase) && a.Type?.Value == b.Type?.Value;

    private Style Adapted(Style ours, Styles theirs, MainDocumentPart main)
    {
        var id = ours.StyleId!.Value!;
        var style = (Style)ours.CloneNode(true);
        style.Default = null;
        if (theirs.Elements<Style>().Any(s => s.StyleId?.Value == id)) style.StyleId = ids[id] = id + "Grupp";
        if (style.BasedOn?.Val?.Value is { } parent) style.BasedOn.Val = this[parent];
        if (style.NextParagraphStyle?.Val?.Value is { } next) style.NextParagraphStyle.Val = this[next];
        if (style.StyleParagraphProperties?.NumberingProperties?.NumberingId is { } number)
            number.Val = Bullets.AddTo(main, this[id]);
        return style;
    }
}
