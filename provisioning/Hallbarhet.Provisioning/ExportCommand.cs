using System.CommandLine;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary><c>export</c>: the site's lists as data.</summary>
internal static class ExportCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var to = new Option<DirectoryInfo>("--out") { Description = "A new folder for the data.", Required = true };
        var items = new Option<bool>("--items") { Description = "Writes every list's rows too, with the values of their latest version: a backup for restore --items." };
        var command = new Command("export", "Writes the site's lists as data that plans to nothing against that same site.") { to, items };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetValue(to)!;
            if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
                throw new SetupProblemException($"{folder.FullName} is not empty. Name a new folder.");
            using var provisioner = common.Open(parsed);
            var skipped = await provisioner.ExportAsync(common.Data(parsed), folder.FullName, cancellationToken);
            foreach (var reason in skipped)
                await errors.WriteLineAsync($"Left out: {reason}");
            if (parsed.GetValue(items))
                await output.WriteLineAsync($"{await provisioner.BackUpAsync(folder.FullName, cancellationToken)} rows are in {Path.Combine(folder.FullName, "items")}. They hold personal data: keep them where only IT reads.");
            await output.WriteLineAsync($"Exported to {folder.FullName}. Try it: plan --data {folder.FullName}");
            return CommandLine.Done;
        });
        return command;
    }
}
