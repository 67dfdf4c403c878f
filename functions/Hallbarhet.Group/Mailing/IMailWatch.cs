namespace Hallbarhet.Group.Mailing;

/// <summary>Hears at once of a mail whose outcome cannot be known, so that the host can raise the alarm. Must not throw.</summary>
public interface IMailWatch
{
    void OutcomeIsUnknown(MailingRow row);
}
