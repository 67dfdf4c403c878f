using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Documents.Mails;

/// <summary>Pieces that several mails share.</summary>
internal static class MailBlocks
{
    public static Heading Hello(string firstName) => new(0, PeopleText.OneLine(firstName) is { Length: > 0 } name ? Say.It("Mail.Hello", name) : Say.It("Mail.HelloAll"));

    public static Paragraph Text(string key, params object[] values) => new(Say.It(key, values));

    public static Line Linked(string? text, string? url) =>
        url is null ? PeopleText.OneLine(text) : new Line(Span.To(PeopleText.OneLine(text), url));

    public static MainLink Main(Link link) => new(PeopleText.OneLine(link.Text), link.Url);

    public static IEnumerable<Block> Actions(string heading, IReadOnlyList<ActionLine> actions) =>
        PeopleBlocks.Section(1, Say.It(heading), PeopleBlocks.List(actions.Select(Action)));

    public static IEnumerable<Block> Initiatives(string heading, string? lead, IReadOnlyList<InitiativeLine> initiatives) =>
        initiatives.Count == 0 ? [] :
        [
            new Heading(1, Say.It(heading)),
            .. lead is null ? [] : (Block[])[new Paragraph(Say.It(lead))],
            .. PeopleBlocks.List(initiatives.Select(Initiative)),
        ];

    /// <summary>"Möte 3: torsdag 12 mars 2026 kl. 13.00–15.00, Stadshuset"</summary>
    public static Line Meeting(MeetingFacts meeting)
    {
        var place = PeopleText.OneLine(meeting.Place) is { Length: > 0 } there ? ", " + there : "";
        return new Line(Span.Strong(PeopleText.OneLine(meeting.Title)), new Span(": " + SwedishText.Small(PeopleBlocks.When(meeting)) + place));
    }

    private static Line Action(ActionLine action)
    {
        var title = Span.To(PeopleText.OneLine(action.Title), action.Url);
        if (action.DueOn is not { } due) return new Line(title);
        var when = Say.It("Action.DueShort", SwedishText.DayAndMonth(due));
        return action.Overdue
            ? new Line(title, new Span(", "), Span.Strong(Say.It("Action.Overdue", when)))
            : new Line(title, new Span(", " + when));
    }

    private static Line Initiative(InitiativeLine initiative)
    {
        var latest = PeopleText.Clean(initiative.Latest).Trim();
        var said = latest.Length == 0
            ? Say.It("Initiative.Nothing")
            : initiative.LatestOn is { } on ? Say.It("Initiative.LatestOn", SwedishText.DayAndMonth(on), latest) : latest;
        return new Line(
            Span.To(PeopleText.OneLine(initiative.Title), initiative.Url),
            new Span($" ({SwedishText.Small(PeopleText.OneLine(initiative.Status))}). "), Span.Muted(said));
    }
}
