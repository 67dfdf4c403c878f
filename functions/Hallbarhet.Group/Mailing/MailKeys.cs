using System.Globalization;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Mailing;

/// <summary>Keys of mails: the same thing said twice has the same key, and is sent once.</summary>
public static class MailKeys
{
    /// <summary>A mail about a row, the same for all: "M3/Meeting/3/1".</summary>
    public static string For(MailKind kind, Row about, int version = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.Of(kind)}/{about.Name}/{version}");

    /// <summary>A personal mail about a row: "M2/Meeting/3/1/Member/7".</summary>
    public static string For(MailKind kind, Row about, Member reader, int version = 1) => $"{For(kind, about, version)}/{reader.Name}";

    /// <summary>A mail of a day, week or month: "M8/2026-W10/Member/1".</summary>
    public static string For(MailKind kind, string period, Member? reader = null) =>
        reader is null ? $"{Words.Of(kind)}/{period}" : $"{Words.Of(kind)}/{period}/{reader.Name}";

    public static bool IsSettled(this IReadOnlyList<MailingRow> ledger, string key) =>
        SendOnce.IsSettled(ledger.FirstOrDefault(m => m.MailKey == key));
}
