using System.Globalization;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// What a participant without a mailbox here has been told by calendar file (M1). The ledger is the memory: an M1 key names each
/// meeting with a print of its time and place, "M1/12.3fa9c1+13.77ab02/Member/7", so that a mail is due for exactly what is new.
/// </summary>
public static class CalendarFileNews
{
    public static string Key(IReadOnlyList<Meeting> meetings, Member reader) =>
        MailKeys.For(MailKind.Invitation, string.Join('+', meetings.Select(Print)), reader);

    /// <summary>The meetings, as they stand now, that no settled mail to the reader has told.</summary>
    public static IReadOnlyList<Meeting> Untold(IReadOnlyList<Meeting> coming, Member reader, IReadOnlyList<MailingRow> ledger)
    {
        var told = Told(reader, ledger);
        return [.. coming.Where(m => !told.Contains(Print(m)))];
    }

    /// <summary>True when an earlier mail told the reader of this meeting, at whatever time.</summary>
    public static bool HasHeardOf(Meeting meeting, Member reader, IReadOnlyList<MailingRow> ledger)
    {
        var beginning = string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}.");
        return Told(reader, ledger).Any(p => p.StartsWith(beginning, StringComparison.Ordinal));
    }

    private static HashSet<string> Told(Member reader, IReadOnlyList<MailingRow> ledger) =>
    [
        .. ledger.Where(m => m.Kind == MailKind.Invitation && SendOnce.IsSettled(m))
            .Select(m => m.MailKey.Split('/', 3))
            .Where(parts => parts.Length == 3 && parts[2] == reader.Name)
            .SelectMany(parts => parts[1].Split('+')),
    ];

    private static string Print(Meeting meeting)
    {
        var timeAndPlace = string.Create(CultureInfo.InvariantCulture, $"{meeting.StartsAt:u}|{meeting.EndsAt:u}|{meeting.Place?.Trim()}");
        return string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}.{ShortHash.Of(timeAndPlace)}");
    }
}
