using System.Net;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// A decided meeting's folder and calendar event: made once, then kept as the row and the member list say. Exchange mails the attendees.
/// </summary>
public sealed class InviteToMeeting(
    IGroupLists lists, IGroupFiles files, IMeetingCalendar calendar, MailPolicy policy, GroupSettings settings)
{
    /// <summary>Decided from the row alone: an idle look costs no call to the calendar.</summary>
    public bool IsDue(Meeting meeting, GroupDirectory people) =>
        string.IsNullOrWhiteSpace(meeting.FolderUrl)
        || meeting.EventId is null
        || Invitation.Parse(meeting.InvitedAs) is not { } said
        || !said.SaysTimeAndPlaceOf(meeting)
        || !said.Names(Wanted(meeting, people));

    /// <summary>Each step may be repeated: a cut-off run leaves nothing that the next one makes twice.</summary>
    public async Task DoAsync(Meeting meeting, GroupDirectory people, CancellationToken ct)
    {
        var wanted = Wanted(meeting, people);
        var folder = string.IsNullOrWhiteSpace(meeting.FolderUrl)
            ? await files.EnsureFolderAsync(GroupLibrary.MeetingDocuments, meeting.FolderName, ct)
            : meeting.FolderUrl;
        var known = meeting with { FolderUrl = folder };
        var eventId = meeting.EventId ?? await calendar.InviteAsync(Facts(known, people), wanted, Body(folder), ct);
        if (meeting.EventId is not null) await FollowAsync(known, eventId, wanted, people, ct);
        var after = (known with { EventId = eventId }).WithFollowingDates(settings).WithBlockingMessage();
        await lists.UpdateAsync(meeting, after with { InvitedAs = Invitation.Of(meeting, wanted).ToString() }, ct);
    }

    /// <summary>The event goes; the folder and what is in it stay.</summary>
    public async Task CancelAsync(Meeting meeting, CancellationToken ct)
    {
        try
        {
            await calendar.CancelAsync(meeting.EventId!, "Mötet är inställt.", ct);
        }
        catch (RefusedByServiceException)
        {
            // Somebody has removed the event already; then there is nothing left to cancel.
        }

        await lists.UpdateAsync(meeting, meeting with { EventId = null }, ct);
    }

    private async Task FollowAsync(
        Meeting meeting, string eventId, IReadOnlyList<MailAddress> wanted, GroupDirectory people, CancellationToken ct)
    {
        var said = Invitation.Parse(meeting.InvitedAs);
        if (said?.SaysTimeAndPlaceOf(meeting) != true) await calendar.MoveAsync(eventId, meeting.Facts(people), ct);
        if (said?.Names(wanted) != true) await calendar.SetAttendeesAsync(eventId, wanted, ct);
    }

    /// <summary>
    /// A meeting that was cancelled and is on again gets another event, so another key: the calendar remembers the former one. What the
    /// former invitation said is still on the row, so a repeated attempt finds the same key.
    /// </summary>
    private static MeetingFacts Facts(Meeting meeting, GroupDirectory people)
    {
        var facts = meeting.Facts(people);
        return Invitation.Parse(meeting.InvitedAs) is { WasSent: true } former
            ? facts with { Key = $"{facts.Key}-{ShortHash.Of(former.ToString())}" }
            : facts;
    }

    /// <summary>Until mail is live nobody is invited; when it goes live the difference brings the invitations.</summary>
    private IReadOnlyList<MailAddress> Wanted(Meeting meeting, GroupDirectory people) =>
        policy.MailLive ? policy.Allowed(Attendees.Of(meeting, people)) : [];

    private string Body(string folderUrl) =>
        $"<p>{Html("Välkommen till möte i " + settings.GroupName + ".")}</p>"
        + "<p>Dagordningen kommer med e-post några dagar före mötet.</p>"
        + $"<ul><li><a href=\"{Html(folderUrl)}\">Mötets mapp med handlingar</a></li>"
        + $"<li><a href=\"{Html(lists.ListUrl<AgendaItem>())}\">Föreslå en punkt i Dagordningspunkter</a></li></ul>";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
