using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Logging;

namespace Hallbarhet.Hosting.Jobs;

/// <summary>Logs what an alert waits for; row number and kind only, never an address or a subject.</summary>
public sealed partial class MailWatch(ILogger<MailWatch> logger) : IMailWatch
{
    public void OutcomeIsUnknown(MailingRow row) =>
        Log.MailingUnknown(logger, row.Kind is { } kind ? Words.Of(kind) : "?", Microsoft365Run.Current?.Id ?? Guid.Empty, row.Id);

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Error, "{Kind} {Run}: it is not known whether the mail of row {Row} in Utskick was sent")]
        public static partial void MailingUnknown(ILogger logger, string kind, Guid run, int row);
    }
}
