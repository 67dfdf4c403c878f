using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>What the row says about an approval, in Swedish.</summary>
public static class ApprovalMessages
{
    /// <summary>How every message about a given approval begins.</summary>
    public const string ApprovedBy = "Godkänd av ";

    /// <summary>How the message begins that asks the approver to look at possible personal data first.</summary>
    public const string ToCheck = "Kontrollera: ";

    /// <summary>Third part of an approval of notes that was given after the check had been shown.</summary>
    public const string Checked = "kontrollerad";

    internal static string Given(MeetingPaper paper, Meeting meeting, Approval approval, string who, GroupSettings settings)
    {
        var notBefore = paper == MeetingPaper.Agenda
            ? SendAgendas.NotBefore(meeting, approval, settings)
            : approval.At + settings.UndoTime;
        return $"{ApprovedBy}{who} – skickas {Moment(SendWindow.Next(notBefore))}. "
               + "Ångra med knappen eller genom att sätta tillbaka status till Utkast.";
    }

    internal static string WaitsForAnother(string who) =>
        $"{ApprovedBy}{who}. Väntar på att en hållbarhetsstrateg till godkänner.";

    internal static string Refused(MeetingPaper paper) =>
        $"{Name(paper)} kan bara godkännas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Utkast.";

    /// <summary>Why even a strategist's approval cannot take effect; null when nothing is in the way.</summary>
    internal static string? InTheWay(MeetingPaper paper, Meeting meeting, DateTimeOffset now)
    {
        if (!meeting.HasTime)
            return $"Skriv när mötet börjar och slutar; sedan kan {Lower(paper)} godkännas. Status är satt tillbaka till Utkast.";
        if (paper == MeetingPaper.Agenda && meeting.StartsAt <= now)
            return "Mötet har börjat, så dagordningen kan inte skickas längre. Status är satt tillbaka till Utkast.";
        if (paper == MeetingPaper.Agenda && string.IsNullOrEmpty(meeting.DraftPrint))
            return "Det fanns inget utkast till dagordning att godkänna. Ett utkast görs nu: läs det och godkänn sedan.";
        if (paper == MeetingPaper.Notes && string.IsNullOrEmpty(meeting.NotesDraftUrl))
            return "Det finns inget utkast till minnesanteckningar att godkänna. Det görs när mötet är slut. "
                   + "Status är satt tillbaka till Utkast.";
        return null;
    }

    /// <summary>"tor 5 mars 08.00".</summary>
    private static string Moment(DateTimeOffset time)
    {
        var date = Stockholm.Date(time);
        return $"{SwedishDates.DayName(date)[..3]} {SwedishDates.DayMonth(date)} "
               + Stockholm.Time(time).ToString("HH.mm", CultureInfo.InvariantCulture);
    }

    private static string Name(MeetingPaper paper) => paper == MeetingPaper.Agenda ? "Dagordningen" : "Minnesanteckningarna";

    private static string Lower(MeetingPaper paper) => paper == MeetingPaper.Agenda ? "dagordningen" : "minnesanteckningarna";
}
