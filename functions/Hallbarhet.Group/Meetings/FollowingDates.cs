using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// Förslag senast and Dagordning skickas follow the meeting: an empty one is filled, and one that still says what the rule gave for
/// the former date is computed anew. What people typed themselves stays, and nothing moves once the agenda has gone out.
/// </summary>
public static class FollowingDates
{
    public static Meeting WithFollowingDates(this Meeting meeting, GroupSettings settings)
    {
        if (!meeting.HasTime || meeting.AgendaStatus == DocumentStatus.Sent) return meeting;
        DateOnly? former = Invitation.Parse(meeting.InvitedAs) is { } known ? Stockholm.Date(known.Start) : null;
        return meeting with
        {
            ItemsDue = Follow(meeting.ItemsDue, former, meeting.Date, settings.ItemsDueDaysBefore),
            AgendaOn = Follow(meeting.AgendaOn, former, meeting.Date, settings.AgendaDaysBefore),
        };
    }

    private static DateOnly? Follow(DateOnly? typed, DateOnly? former, DateOnly date, int daysBefore) =>
        typed is null || (former is { } old && typed == SwedishCalendar.AddWorkingDays(old, -daysBefore))
            ? SwedishCalendar.AddWorkingDays(date, -daysBefore)
            : typed;
}
