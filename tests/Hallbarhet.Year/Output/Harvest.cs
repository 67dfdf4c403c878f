using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Output;

/// <summary>Carries what the group now has out of the tenant: documents of the libraries, and the mailbox's sent mails as .eml.</summary>
internal static class Harvest
{
    public static async Task DocumentsAsync(Stage stage, string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var karin = await stage.AsAsync("karin");
        foreach (var (list, name) in new[] { ("MeetingDocuments", "Mötesdokument"), ("ReportFiles", "Rapporter"), ("Drafts", "Utkast") })
        {
            var drive = (await karin.GetAsync($"{stage.Site.Path(list)}/drive?$select=id")).GetProperty("id").GetString()!;
            await FolderAsync(karin, $"drives/{drive}", $"drives/{drive}/root/children", Path.Combine(folder, name), ct);
        }
    }

    public static async Task MailAsync(Stage stage, string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var mailbox = await stage.AsAsync(Founding.ServiceMailbox);
        var number = 0;
        foreach (var message in await mailbox.ListAsync($"{mailbox.Me}/mailFolders/sentitems/messages?$select=id,subject,sentDateTime&$orderby=sentDateTime&$top=1000"))
        {
            var sent = Stage.Local(message.GetProperty("sentDateTime").GetDateTimeOffset());
            var name = $"{++number:0000} {sent:yyyy-MM-dd HH.mm} {Safe(message.GetProperty("subject").GetString()!)}.eml";
            var mime = await mailbox.DownloadAsync($"{mailbox.Me}/messages/{message.GetProperty("id").GetString()}/$value");
            await File.WriteAllBytesAsync(Path.Combine(folder, name), mime, ct);
        }
    }

    private static async Task FolderAsync(GraphCaller caller, string drive, string children, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var child in await caller.ListAsync(children))
        {
            var id = child.GetProperty("id").GetString();
            var target = Path.Combine(folder, Safe(child.GetProperty("name").GetString()!));
            if (child.TryGetProperty("folder", out _)) await FolderAsync(caller, drive, $"{drive}/items/{id}/children", target, ct);
            else await File.WriteAllBytesAsync(target, await caller.DownloadAsync($"{drive}/items/{id}/content"), ct);
        }
    }

    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length <= 100 ? safe : safe[..100];
    }
}
