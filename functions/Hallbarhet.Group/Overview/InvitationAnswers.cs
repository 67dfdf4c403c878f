using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Overview;

/// <summary>How many said no to a coming meeting: a number on its row, no names.</summary>
internal static class InvitationAnswers
{
    public const string Declined = "Tackat nej:";

    public const int DaysAhead = 10;

    private static readonly Func<string, bool> IsOurs = RowMessage.StartsWith(Declined);

    /// <summary>Meetings whose answers are worth reading.</summary>
    public static IReadOnlyList<Meeting> Coming(Snapshot snapshot, DateTimeOffset now) => [.. snapshot.Meetings
        .Where(m => m.IsComing(now) && !string.IsNullOrEmpty(m.EventId)
                    && m.Date.DayNumber - Stockholm.Date(now).DayNumber <= DaysAhead)];

    public static Meeting Show(Meeting meeting, IReadOnlyList<Invitee> invitees)
    {
        var declined = invitees.Count(i => i.Answer == InvitationAnswer.Declined);
        return meeting with
        {
            SystemMessage = RowMessage.After(meeting.SystemMessage, declined == 0 ? null : $"{Declined} {declined}", IsOurs),
        };
    }
}
