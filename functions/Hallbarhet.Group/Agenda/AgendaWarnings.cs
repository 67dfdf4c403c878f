using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>What the chair should look at before approving, in Swedish.</summary>
public static class AgendaWarnings
{
    public static IReadOnlyList<string> Of(AgendaDocument agenda, Meeting meeting)
    {
        List<string> warnings = [];
        if (agenda.AskedMinutes > agenda.SlotMinutes)
            warnings.Add($"Punkterna tar {agenda.AskedMinutes} minuter och mötet är {agenda.SlotMinutes} minuter. Flytta eller korta någon punkt.");
        if (agenda.Points.Count(p => p.Title == Texts.NoTitle) is var untitled and > 0)
            warnings.Add(untitled == 1 ? "En punkt saknar rubrik." : $"{untitled} punkter saknar rubrik.");
        if (meeting.Chair is null) warnings.Add("Mötet har ingen ordförande.");
        if (!agenda.Points.Any(p => !p.Standing)) warnings.Add("Ingen har föreslagit någon punkt än.");
        return warnings;
    }
}
