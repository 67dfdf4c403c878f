using System.Text;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Html;

/// <summary>Writes blocks as HTML that Outlook, phones and a text-only reader can show.</summary>
internal static class HtmlBody
{
    public static string Write(IEnumerable<Block> blocks)
    {
        var html = new StringBuilder();
        foreach (var block in blocks) html.Append(Of(block)).Append('\n');
        return html.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Heading h => HeadingOf(h),
        Paragraph p => $"<p style=\"{StyleOf(p.Look)}\">{HtmlText.Lines(p.Line)}</p>",
        Facts f => string.Join('\n', f.Items.Select(FactOf)),
        Bullets b => $"<ul style=\"{Css.List}\">{string.Concat(b.Items.Select(i => $"\n<li style=\"{Css.Item}\">{HtmlText.Lines(i)}</li>"))}\n</ul>",
        Table t => TableOf(t),
        Box b => BoxOf(b),
        MainLink l => LinkOf(l),
        DraftMark d => $"<p style=\"{Css.Draft}\"><strong>{HtmlText.Encode(Say.It("Draft.Mark"))}</strong> {HtmlText.Encode(d.Text)}</p>",
        Place p => Write(p.Content),
        PageBreak => "",
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>Outlook gives a div no left edge, a cell it does. The first heading needs no distance: the box has its own.</summary>
    private static string BoxOf(Box box)
    {
        var content = Write(box.Content).Replace(Css.Heading, Css.BoxHeading, StringComparison.Ordinal);
        return $"<table role=\"presentation\" style=\"{Css.Box}\"><tr><td style=\"{Css.BoxCell}\">\n{content}</td></tr></table>";
    }

    private static string HeadingOf(Heading heading)
    {
        var (element, style) = heading.Level switch
        {
            0 => ("h1", Css.Title),
            1 => ("h2", Css.Heading),
            2 => ("h3", Css.SmallHeading),
            _ => ("h4", Css.LeastHeading),
        };
        return $"<{element} style=\"{style}\">{HtmlText.Lines(heading.Text)}</{element}>";
    }

    private static string StyleOf(Look look) => look switch
    {
        Look.Subtitle => Css.Subtitle,
        Look.Greeting => Css.Greeting,
        Look.Details => Css.Details,
        Look.Quiet => Css.Quiet,
        _ => Css.Paragraph,
    };

    private static string FactOf(Fact fact) =>
        $"<p style=\"{Css.Fact}\"><strong>{HtmlText.Encode(fact.Label)}:</strong> {HtmlText.Lines(fact.Value)}</p>";

    private static string TableOf(Table table)
    {
        var html = new StringBuilder($"<table style=\"{Css.Table}\" aria-label=\"{HtmlText.Attribute(table.Summary)}\">\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(Say.Swedish, $"<th scope=\"col\" align=\"{Side(column)}\" style=\"{Css.HeaderCell}\">{HtmlText.Encode(column.Header)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            html.Append("<tr>").Append(string.Concat(row.Select((cell, i) => CellOf(cell, table.Columns[i])))).Append("</tr>\n");
        return html.Append("</tbody></table>").ToString();
    }

    private static string CellOf(Line cell, Column column) =>
        $"<td align=\"{Side(column)}\" style=\"{Css.Cell}\">{HtmlText.Lines(cell, narrow: true)}</td>";

    private static string Side(Column column) => column.IsNumber ? "right" : "left";

    /// <summary>Outlook ignores padding on a link, so the colour sits on a cell. The address follows in clear for readers without HTML.</summary>
    private static string LinkOf(MainLink link)
    {
        var address = HtmlText.Attribute(link.Url);
        return $"""
            <table role="presentation" style="{Css.ButtonTable}"><tr><td style="{Css.ButtonCell}"><a href="{address}" style="{Css.Button}">{HtmlText.Encode(link.Text)}</a></td></tr></table>
            <p style="{Css.Quiet}">{HtmlText.Encode(Say.It("Mail.PlainLink"))} <a href="{address}" style="{Css.Link}word-break:break-all;">{address}</a></p>
            """;
    }
}
