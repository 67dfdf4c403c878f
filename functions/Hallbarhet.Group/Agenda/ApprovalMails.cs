using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Agenda;

/// <summary>M7 for an agenda or notes: once when the draft is there, and one reminder the working day before it is late.</summary>
internal static class ApprovalMails
{
    public const int First = 1;

    public const int Reminder = 2;

    /// <summary>"M7/Meeting/3/agenda/1": agenda and notes of a meeting have mails of their own.</summary>
    public static string Key(Meeting meeting, string paper, int version) =>
        MailKeys.For(MailKind.Approval, $"{meeting.Name}/{paper}/{version}");

    /// <summary>Which of the two is due now, or null.</summary>
    public static int? Due(Meeting meeting, string paper, DateOnly approveBy, IReadOnlyList<MailingRow> ledger, DateTimeOffset now)
    {
        if (!SendWindow.IsOpen(now)) return null;
        var first = ledger.FirstOrDefault(m => m.MailKey == Key(meeting, paper, First));
        if (!SendOnce.IsSettled(first)) return First;
        if (IsOut(meeting, paper, ledger)) return null;
        var today = Stockholm.Date(now);
        var toldToday = Stockholm.Date(first!.SentAt ?? first.Created) == today;
        return !toldToday && today >= SwedishCalendar.AddWorkingDays(approveBy, -1) && !ledger.IsSettled(Key(meeting, paper, Reminder))
            ? Reminder
            : null;
    }

    /// <summary>Somebody who takes back what has been sent knows that it waits.</summary>
    private static bool IsOut(Meeting meeting, string paper, IReadOnlyList<MailingRow> ledger)
    {
        var sent = paper == MeetingPaper.Agenda.Key ? MailKind.Agenda : MailKind.AfterMeeting;
        return ledger.Any(m => m.Kind == sent && m.MeetingId == meeting.Id);
    }

    /// <summary>The chair, if that is a strategist who can be reached; else every strategist who can. All of them when all must approve.</summary>
    public static IReadOnlyList<Member> Approvers(Meeting meeting, GroupDirectory people, GroupSettings settings)
    {
        var strategists = people.ReadersOf(MailKind.Approval).Where(m => m.IsStrategist).ToList();
        var chair = strategists.Where(s => s.Person is not null && s.Person == meeting.Chair).ToList();
        return chair.Count > 0 && settings.ApprovalsNeeded < 2 ? chair : strategists;
    }
}
