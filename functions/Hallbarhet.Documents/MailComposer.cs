using Hallbarhet.Documents.Html;
using Hallbarhet.Documents.Mails;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Documents;

/// <summary>The mails M1 to M13 in Swedish, as HTML that also reads well as plain text.</summary>
public sealed class MailComposer(GroupSettings settings) : IMailComposer
{
    /// <summary>Longer subjects are cut by mail programs anyway, and SharePoint's title column ends at 255.</summary>
    private const int MostSubject = 200;

    private readonly MeetingMails meetings = new(settings.GroupName);
    private readonly PersonalMails personal = new(settings.GroupName);
    private readonly StrategistMails strategists = new(settings.GroupName);
    private readonly OfficeMails offices = new(settings.GroupName);

    public ComposedMail Compose(MailContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var letter = LetterFor(content);
        var subject = PeopleText.Shorten(PeopleText.OneLine(letter.Subject), MostSubject);
        return new ComposedMail(subject, MailPage.Write(subject, letter.Preheader, letter.Blocks, letter.Reason));
    }

    private Letter LetterFor(MailContent content) => content switch
    {
        InvitationMail m => meetings.Invitation(m),
        CallForItemsMail m => meetings.CallForItems(m),
        AgendaMail m => meetings.Agenda(m),
        ChangeMail m => meetings.Change(m),
        AfterMeetingMail m => personal.AfterMeeting(m),
        ReminderMail m => personal.Reminder(m),
        WelcomeMail m => personal.Welcome(m),
        ApprovalMail m => strategists.Approval(m),
        MondayMail m => strategists.Monday(m),
        ReportMail m => offices.Report(m),
        RegistryMail m => offices.Registry(m),
        CommunicatorMail m => offices.Communicator(m),
        ItMail m => offices.It(m),
        _ => throw new NotSupportedException($"No mail is written for {content.GetType().Name}."),
    };
}
