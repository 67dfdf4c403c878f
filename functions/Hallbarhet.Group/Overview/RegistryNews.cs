using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Overview;

/// <summary>M10: last month's documents for the registry. Reports are left out: the registry got each with its mail.</summary>
internal static class RegistryNews
{
    public static MailRequest? MailDue(Snapshot snapshot, GroupSettings settings, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var key = MailKeys.For(MailKind.Registry, IsoWeeks.Month(month));
        if (settings.RegistryAddress is not { Length: > 0 } registry || snapshot.Mailings.IsSettled(key)) return null;
        var records = snapshot.PublishedRecords
            .Where(r => r.Kind != RecordKind.Report && r.EstablishedOn is { } on && on >= month && on < month.AddMonths(1))
            .OrderBy(r => r.EstablishedOn).ThenBy(r => r.Id)
            .Select(Line)
            .ToList();
        return records.Count == 0 ? null : new()
        {
            Key = key,
            Kind = MailKind.Registry,
            Content = new RegistryMail(month.Year, month.Month, records),
            To = [new("Registrator", registry)],
        };
    }

    private static RegistryLine Line(PublishedRecord record) => new()
    {
        EstablishedOn = record.EstablishedOn!.Value,
        Kind = record.Kind is { } kind ? Words.Of(kind) : "Handling",
        Title = record.Title,
        CaseNumber = record.CaseNumber,
        Registration = Words.Of(record.Registration ?? Registration.KeptInOrder),
        SecrecyCheck = record.SecrecyCheck,
        Url = record.FileUrl ?? "",
        Sha256 = record.Sha256 ?? "",
    };
}
