using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Model;
using Column = Hallbarhet.Documents.Model.Column;
using Line = Hallbarhet.Documents.Model.Line;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordTableElement = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Hallbarhet.Documents.Word;

/// <summary>Tables with a header row that is marked as one and repeated, rows that stay together, and a description.</summary>
internal static class WordTable
{
    /// <summary>A4 minus margins of 2.5 cm, in twentieths of a point.</summary>
    private const int TextWidth = 9070;

    public static WordTableElement Of(Model.Table table, StyleNames styles, WordLine lines)
    {
        var widths = Widths(table.Columns);
        var word = new WordTableElement(
            Properties(table, styles), new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        word.Append(HeaderRow(table.Columns, widths, styles));
        foreach (var row in table.Rows)
            word.Append(Row(row, table.Columns, widths, styles, lines));
        return word;
    }

    private static TableProperties Properties(Model.Table table, StyleNames styles) => new(
        new TableStyle { Val = styles["Grupptabell"] },
        new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
        new TableCaption { Val = table.Summary },
        new TableDescription { Val = table.Summary });

    private static TableRow HeaderRow(IReadOnlyList<Column> columns, int[] widths, StyleNames styles)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < columns.Count; i++)
            row.Append(Cell([WordLine.RunOf(columns[i].Header)], columns[i], widths[i], styles));
        return row;
    }

    private static TableRow Row(IReadOnlyList<Line> cells, IReadOnlyList<Column> columns, int[] widths, StyleNames styles, WordLine lines)
    {
        var row = new TableRow();
        // A row that is longer than a page must be allowed to go on over the next one.
        if (cells.Sum(c => c.Spans.Sum(s => s.Text.Length)) < 1500) row.Append(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < columns.Count; i++)
            row.Append(Cell(lines.Write(cells[i]), columns[i], widths[i], styles));
        return row;
    }

    private static TableCell Cell(IEnumerable<OpenXmlElement> content, Column column, int width, StyleNames styles)
    {
        var look = new ParagraphProperties(new ParagraphStyleId { Val = styles["Tabelltext"] });
        if (column.IsNumber) look.Justification = new Justification { Val = JustificationValues.Right };
        var paragraph = new WordParagraph(look);
        paragraph.Append(content);
        return new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }), paragraph);
    }

    private static int[] Widths(IReadOnlyList<Column> columns)
    {
        var shares = columns.Sum(c => c.Share);
        var widths = columns.Select(c => TextWidth * c.Share / shares).ToArray();
        widths[^1] += TextWidth - widths.Sum();
        return widths;
    }

    private static string Text(int twips) => twips.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
