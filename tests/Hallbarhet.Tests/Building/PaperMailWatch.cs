using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Tests.Building;

/// <summary>Notes which rows the alarm was raised for.</summary>
public sealed class PaperMailWatch : IMailWatch
{
    public List<int> Unknown { get; } = [];

    public void OutcomeIsUnknown(MailingRow row) => Unknown.Add(row.Id);
}
