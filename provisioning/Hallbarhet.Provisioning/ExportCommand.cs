using System.CommandLine;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary><c>export</c>: the site's lists as data.</summary>
internal static class ExportCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var folder = new PrivateFolder("A new folder for the data.");
        var items = new Option<bool>("--items") { Description = "Writes every list's rows too, with the values of their latest version: a backup for restore --items." };
        var command = new Command("export", "Writes the site's lists as data that plans to nothing against that same site.") { items };
        folder.AddTo(command);
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var path = folder.Path(parsed, provisioner);
            var skipped = await provisioner.ExportAsync(common.Data(parsed), path, cancellationToken);
            foreach (var reason in skipped)
                await errors.WriteLineAsync($"Left out: {reason}");
            if (parsed.GetValue(items))
                await output.WriteLineAsync($"{await provisioner.BackUpAsync(path, cancellationToken)} rows are in {Path.Combine(path, "items")}. They hold personal data: keep them where only IT reads.");
            await output.WriteLineAsync($"Exported to {path}. Try it: plan --data {path}");
            return CommandLine.Done;
        });
        return command;
    }
}
