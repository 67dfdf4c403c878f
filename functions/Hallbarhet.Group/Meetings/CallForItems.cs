using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>M2, the personal mail before a meeting: propose items, say how your initiatives stand, see your open actions.</summary>
public sealed class CallForItems(IGroupLists lists, GroupSettings settings)
{
    /// <summary>From some working days before until the agenda has gone out or the meeting begins.</summary>
    public bool IsDue(Meeting meeting, DateTimeOffset now) =>
        meeting.StartsAt > now && meeting.AgendaStatus != DocumentStatus.Sent && Stockholm.Date(now) >= meeting.CallOn(settings);

    /// <summary>The mails that the ledger has not settled.</summary>
    public IReadOnlyList<MailRequest> Mails(Meeting meeting, Snapshot snapshot, GroupDirectory people) =>
    [
        .. people.ReadersOf(MailKind.CallForItems)
            .Where(r => !snapshot.Mailings.IsSettled(MailKeys.For(MailKind.CallForItems, meeting, r)))
            .Select(r => new MailRequest
            {
                Key = MailKeys.For(MailKind.CallForItems, meeting, r),
                Kind = MailKind.CallForItems,
                To = [r.Address!],
                MeetingId = meeting.Id,
                Content = Content(meeting, r, snapshot, people),
            }),
    ];

    private CallForItemsMail Content(Meeting meeting, Member reader, Snapshot snapshot, GroupDirectory people)
    {
        var due = meeting.ItemsDueOn(settings);
        return new()
        {
            FirstName = reader.FirstName,
            Meeting = meeting.Facts(people),
            // Until the agenda has gone out an item is welcome, also when this mail is late.
            ItemsDue = due < people.Today ? people.Today : due,
            MyInitiatives = [.. snapshot.Initiatives.Where(i => IsAlive(i) && IsOf(reader, i.Owner)).Select(Line)],
            MyActions =
            [
                .. snapshot.DecisionsActions.Where(a => IsOpen(a) && IsOf(reader, a.Responsible))
                    .OrderBy(a => a.DueOn ?? DateOnly.MaxValue)
                    .Select(a => Line(a, people.Today)),
            ],
            NewItemUrl = lists.ListUrl<AgendaItem>(),
            InitiativesUrl = lists.ListUrl<Initiative>(),
        };
    }

    private static bool IsAlive(Initiative initiative) =>
        initiative.Status is InitiativeStatus.Idea or InitiativeStatus.Planned or InitiativeStatus.Ongoing;

    /// <summary>An action without a status is one that somebody forgot to open.</summary>
    private static bool IsOpen(DecisionAction action) =>
        action is { Kind: DecisionActionKind.Action, Status: null or ActionStatus.Open };

    private static bool IsOf(Member reader, PersonId? person) => person is not null && person == reader.Person;

    private InitiativeLine Line(Initiative one) =>
        new(one.Title, Words.Of(one.Status!.Value), one.Latest, one.LatestOn, lists.FormUrl<Initiative>(one.Id));

    private ActionLine Line(DecisionAction action, DateOnly today) =>
        new(action.Title, action.DueOn, action.DueOn < today, lists.FormUrl<DecisionAction>(action.Id));
}
