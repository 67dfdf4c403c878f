namespace Hallbarhet.Documents.Model;

/// <summary>
/// A document as its parts, before anybody has decided whether it becomes a Word file or a mail. Compositions build these,
/// <see cref="Word.WordBody"/> and <see cref="Html.HtmlBody"/> write them.
/// </summary>
internal abstract record Block;

/// <param name="Level">0 is the document's title, 1 to 3 are headings.</param>
/// <param name="Anchor">Name of the place, for links and for finding the heading again.</param>
internal sealed record Heading(int Level, string Text, string? Anchor = null) : Block;

internal enum Look
{
    Body,
    Subtitle,
    /// <summary>The chair's own words.</summary>
    Greeting,
    /// <summary>Purpose, presenter and minutes under a point.</summary>
    Details,
    /// <summary>What may be skipped.</summary>
    Quiet,
}

internal sealed record Paragraph(Line Line, Look Look = Look.Body) : Block;

/// <summary>Label and value, such as date, place and chair.</summary>
internal sealed record Facts(IReadOnlyList<Fact> Items) : Block;

internal sealed record Fact(string Label, Line Value);

internal sealed record Bullets(IReadOnlyList<Line> Items) : Block;

/// <param name="Summary">What the table shows, for those who do not see it.</param>
internal sealed record Table(string Summary, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Line>> Rows) : Block;

/// <param name="Share">Width in relation to the other columns.</param>
internal sealed record Column(string Header, int Share, bool IsNumber = false);

/// <summary>A box that stands out; in a mail it is what may be forwarded as it is.</summary>
internal sealed record Box(IReadOnlyList<Block> Content) : Block;

/// <summary>The one thing to do in a mail.</summary>
internal sealed record MainLink(string Text, string Url) : Block;

/// <summary>Says that a document is a draft; taken away when it is finished.</summary>
internal sealed record DraftMark(string Text) : Block;

internal sealed record PageBreak : Block;

/// <summary>A marked place in a Word draft that people write in or the system fills.</summary>
/// <param name="Tag">Name by which the place is found again.</param>
/// <param name="Instruction">Shown as long as nobody has written anything.</param>
internal sealed record Place(string Tag, string Name, string Instruction, IReadOnlyList<Block> Content) : Block;
