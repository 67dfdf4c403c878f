using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class MailingMap
{
    public static RowMap<MailingRow> Map { get; } = new RowMap<MailingRow>(GroupList.Mailings, "Mailings", Read)
        .Titled()
        .KeyedBy("MailKey", r => r.MailKey)
        .Choice("MailKind", r => r.Kind)
        .Lookup("Meeting", r => r.MeetingId)
        .Lookup("Report", r => r.ReportId)
        .Instant("SentAt", r => r.SentAt)
        .Note("Recipients", r => r.Recipients)
        .Number("RecipientCount", r => r.RecipientCount)
        .Choice("Outcome", r => r.Outcome)
        .Text("DraftId", r => r.DraftId);

    private static MailingRow Read(Fields f) => new()
    {
        MailKey = f.Text("MailKey") ?? "",
        Kind = f.Choice<MailKind>("MailKind"),
        MeetingId = f.Lookup("Meeting"),
        ReportId = f.Lookup("Report"),
        SentAt = f.Instant("SentAt"),
        Recipients = f.Text("Recipients"),
        RecipientCount = f.Number("RecipientCount"),
        Outcome = f.Choice<MailOutcome>("Outcome"),
        DraftId = f.Text("DraftId"),
    };
}
