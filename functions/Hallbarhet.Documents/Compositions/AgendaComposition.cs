using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Agenda;

namespace Hallbarhet.Documents.Compositions;

/// <summary>The agenda, the same for Word, the mail to the members and the chair's preview.</summary>
internal static class AgendaComposition
{
    public static IEnumerable<Block> Whole(AgendaDocument agenda, Medium medium) => [.. Head(agenda, medium), .. Content(agenda, medium)];

    /// <summary>Title, when and where, and the chair's greeting.</summary>
    public static IEnumerable<Block> Head(AgendaDocument agenda, Medium medium) =>
    [
        .. agenda.IsDraft ? [new DraftMark(Say.It("Agenda.Draft"))] : (Block[])[],
        new Heading(0, Say.It("Agenda.Title")),
        new Paragraph(Say.It("Meeting.OfGroup", PeopleText.OneLine(agenda.GroupName), SwedishText.Small(PeopleText.OneLine(agenda.Meeting.Title))), Look.Subtitle),
        new Facts([.. PeopleBlocks.Of(agenda.Meeting)]),
        .. PeopleBlocks.Text(agenda.Greeting, medium, Look.Greeting),
    ];

    /// <summary>The points and what they build on. Whole sections without content are left out.</summary>
    public static IEnumerable<Block> Content(AgendaDocument agenda, Medium medium) =>
    [
        new Heading(1, Say.It("Agenda.Points")),
        .. agenda.Points.SelectMany(p => AgendaPoints.Of(p, medium)),
        .. OtherQuestions(agenda),
        new Paragraph(TimeOf(agenda), Look.Quiet),
        .. PeopleBlocks.Section(1, Say.It("Agenda.StatusRound"), AgendaSections.StatusRound(agenda.StatusRound, medium)),
        .. PeopleBlocks.Section(1, Say.It("Agenda.OpenActions"), AgendaSections.OpenActions(agenda.OpenActions)),
        .. PeopleBlocks.Section(1, Say.It("Agenda.Horizon"), PeopleBlocks.List(agenda.Horizon.Select(AgendaSections.Horizon))),
        .. PeopleBlocks.Section(1, Say.It("Agenda.Learning"), PeopleBlocks.List(agenda.Learning.Select(AgendaSections.Learning))),
    ];

    /// <summary>Always the last point; a list that has it as a standing point keeps its own.</summary>
    private static IEnumerable<Block> OtherQuestions(AgendaDocument agenda)
    {
        var title = Say.It("Agenda.Other");
        if (agenda.Points.Any(p => string.Equals(PeopleText.OneLine(p.Title), title, StringComparison.OrdinalIgnoreCase))) return [];
        var number = agenda.Points.Select(p => p.Number).DefaultIfEmpty(0).Max() + 1;
        return [new Heading(2, AgendaPoints.Numbered(number, title)), new Paragraph(Say.It("Agenda.OtherText"), Look.Details)];
    }

    private static string TimeOf(AgendaDocument agenda)
    {
        if (agenda.AskedMinutes <= agenda.SlotMinutes)
            return Say.It("Agenda.TimeWithin", SwedishText.Number(agenda.AskedMinutes), SwedishText.Number(agenda.SlotMinutes));
        var over = Say.It("Agenda.TimeOver", SwedishText.Number(agenda.AskedMinutes), SwedishText.Number(agenda.SlotMinutes));
        return agenda.IsDraft ? $"{over} {Say.It("Agenda.TimeOverDraft")}" : over;
    }
}
