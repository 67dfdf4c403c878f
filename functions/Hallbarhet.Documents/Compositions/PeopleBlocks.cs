using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Documents.Compositions;

/// <summary>How much of a long text a medium takes: a document everything, a mail what one reads.</summary>
internal sealed record Medium(int MostCharacters)
{
    public static Medium Document { get; } = new(int.MaxValue);

    public static Medium Mail { get; } = new(1500);
}

/// <summary>Pieces that several documents and mails share.</summary>
internal static class PeopleBlocks
{
    /// <summary>A longer text in its author's paragraphs and line breaks; nothing for an empty one.</summary>
    public static IEnumerable<Block> Text(string? text, Medium medium, Look look = Look.Body) =>
        PeopleText.Paragraphs(PeopleText.Shorten(PeopleText.Clean(text).Trim(), medium.MostCharacters)).Select(p => new Paragraph(p, look));

    /// <summary>"Torsdag 12 mars 2026 kl. 13.00–15.00"</summary>
    public static string When(MeetingFacts meeting) =>
        Say.It("Meeting.When", SwedishText.Capital(SwedishText.LongDate(meeting.Date)), SwedishText.Times(meeting.Start, meeting.End));

    public static IEnumerable<Fact> Of(MeetingFacts meeting) =>
        TimeAndPlace(meeting).Append(NoteTaker(meeting) ?? new Fact(Say.It("Meeting.NoteTaker"), Say.It("Meeting.NoteTakerLater")));

    /// <summary>Null while nobody has been chosen.</summary>
    public static Fact? NoteTaker(MeetingFacts meeting) => PeopleText.OneLine(meeting.NoteTakerName) is { Length: > 0 } taker
        ? new Fact(Say.It("Meeting.NoteTaker"), taker)
        : null;

    public static IEnumerable<Fact> TimeAndPlace(MeetingFacts meeting)
    {
        yield return new Fact(Say.It("Meeting.Time"), When(meeting));
        if (PeopleText.OneLine(meeting.Place) is { Length: > 0 } place) yield return new Fact(Say.It("Meeting.Place"), place);
        if (PeopleText.OneLine(meeting.ChairName) is { Length: > 0 } chair) yield return new Fact(Say.It("Meeting.Chair"), chair);
    }

    /// <summary>The heading with what stands under it; nothing when there is nothing.</summary>
    public static IEnumerable<Block> Section(int level, string heading, IEnumerable<Block> content)
    {
        var blocks = content.ToList();
        return blocks.Count == 0 ? [] : [new Heading(level, heading), .. blocks];
    }

    public static IEnumerable<Block> List(IEnumerable<Line> items)
    {
        var lines = items.Where(i => !i.IsEmpty).ToList();
        return lines.Count == 0 ? [] : [new Bullets(lines)];
    }

    /// <summary>"Title. Text", with a full stop only where the title has no sign of its own.</summary>
    public static Line TitleAndText(string title, string? text, params Span[] more)
    {
        var spans = new List<Span> { Span.Strong(PeopleText.OneLine(title)) };
        if (PeopleText.Clean(text).Trim() is { Length: > 0 } said)
            spans.Add(new Span((char.IsPunctuation(spans[0].Text.LastOrDefault()) ? " " : ". ") + said));
        return new Line([.. spans, .. more]);
    }
}
