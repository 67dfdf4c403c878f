using System.Globalization;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Documents.Compositions;

/// <summary>The notes: headings with places for prose, and a place that the list's decisions and actions fill.</summary>
internal static class NotesComposition
{
    /// <summary>Start of the name of a point's heading.</summary>
    public static string HeadingAnchor(int itemId) => $"Punkt_{itemId.ToString(CultureInfo.InvariantCulture)}_";

    /// <summary>The whole name also tells whether somebody has changed the heading.</summary>
    public static string HeadingAnchor(int itemId, string heading) => HeadingAnchor(itemId) + WordPlace.PrintOf(heading);

    public static IEnumerable<Block> Draft(NotesDocument notes) =>
    [
        new DraftMark(Say.It("Notes.Draft")),
        new Heading(0, Say.It("Notes.Title")),
        new Paragraph(Say.It("Meeting.OfGroup", PeopleText.OneLine(notes.GroupName), SwedishText.Small(PeopleText.OneLine(notes.Meeting.Title))), Look.Subtitle),
        new Facts([.. PeopleBlocks.TimeAndPlace(notes.Meeting)]),
        Place(WordPlace.Participants, "Place.Participants", Participants(notes)),
        new Heading(1, Say.It("Agenda.Points")),
        .. notes.Points.SelectMany(p => Point(p, AgendaPoints.Numbered(p.Number, p.Title))),
        .. OtherQuestions(notes),
        new Heading(1, Say.It("Notes.Decisions")),
        new Place(WordPlace.Decisions, Say.It("Notes.Decisions"), Say.It("Notes.DecisionsInstruction"), []),
        new Heading(1, Say.It("Notes.Next")),
        Place(WordPlace.NextMeeting, "Notes.Next", Next(notes.Next)),
    ];

    /// <summary>The item of a point's heading; null for other places in the document.</summary>
    public static int? ItemOf(string? anchor) =>
        anchor?.Split('_') is ["Punkt", var item, ..] && int.TryParse(item, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Who took the notes and who was there, from the meeting's row; empty until somebody has been marked.</summary>
    public static IReadOnlyList<Block> Participants(NotesDocument notes)
    {
        var facts = new List<Fact>();
        if (PeopleBlocks.NoteTaker(notes.Meeting) is { } taker) facts.Add(taker);
        if (notes.Present.Count > 0) facts.Add(new Fact(Say.It("Notes.Present"), ByDepartment(notes.Present)));
        if (PeopleText.OneLine(notes.Guests) is { Length: > 0 } guests) facts.Add(new Fact(Say.It("Notes.Guests"), guests));
        return facts.Count == 0 ? [] : [new Facts(facts)];
    }

    /// <summary>One table for each kind, from the list as it is now.</summary>
    public static IEnumerable<Block> DecisionsAndActions(NotesDocument notes) => notes.Decisions.Count + notes.Actions.Count == 0
        ? [new Paragraph(Say.It("Notes.NoDecisions"), Look.Quiet)]
        : [.. PeopleBlocks.Section(2, Say.It("Notes.DecisionsHeading"), DecisionTables.Decisions(notes.Decisions)),
           .. PeopleBlocks.Section(2, Say.It("Notes.ActionsHeading"), DecisionTables.Actions(notes.Actions))];

    public static IReadOnlyList<Block> Next(MeetingFacts? next) => next is null
        ? [new Paragraph(Say.It("Notes.NoNext"))]
        : [new Paragraph(PeopleBlocks.When(next) + (PeopleText.OneLine(next.Place) is { Length: > 0 } place ? ", " + place : "") + ".")];

    /// <summary>As a Word file's own text has it: without marks for paragraphs, tabs and line breaks.</summary>
    public static string TextOf(IEnumerable<Block> blocks) =>
        string.Concat(blocks.SelectMany(LinesOf)).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>"Namn, förvaltning" becomes a line for each department, which is easier to read than twelve names in a row.</summary>
    private static string ByDepartment(IReadOnlyList<string> present) => string.Join('\n', present
        .Select(p => PeopleText.OneLine(p).Split(", ", 2))
        .GroupBy(p => p.Length == 2 ? p[1] : "", p => p[0])
        .Select(g => g.Key.Length == 0 ? string.Join(", ", g) : $"{g.Key}: {string.Join(", ", g)}"));

    private static IEnumerable<string> LinesOf(Block block) => block switch
    {
        Facts f => f.Items.Select(i => i.Label + ":" + string.Concat(i.Value.Spans.Select(s => s.Text))),
        Paragraph p => [string.Concat(p.Line.Spans.Select(s => s.Text))],
        _ => [],
    };

    private static Place Place(string tag, string name, IReadOnlyList<Block> content) =>
        new(tag + WordPlace.PrintOf(TextOf(content)), Say.It(name), Say.It(name + "Instruction"), content);

    private static IEnumerable<Block> Point(AgendaPoint point, string heading) =>
    [
        new Heading(2, heading, HeadingAnchor(point.ItemId, heading)),
        new Place(WordPlace.Prose + point.ItemId.ToString(CultureInfo.InvariantCulture), PeopleText.Shorten(PeopleText.OneLine(point.Title), 60), Say.It("Notes.ProseInstruction"), []),
    ];

    /// <summary>What came too late for the agenda, and a place for what nobody had announced.</summary>
    private static IEnumerable<Block> OtherQuestions(NotesDocument notes) =>
    [
        new Heading(1, Say.It("Agenda.Other"), HeadingAnchor(0, Say.It("Agenda.Other"))),
        .. notes.OtherQuestions.SelectMany(p => Point(p, PeopleText.OneLine(p.Title))),
        new Place(WordPlace.Prose + "0", Say.It("Agenda.Other"), Say.It("Notes.OtherInstruction"), []),
    ];
}
