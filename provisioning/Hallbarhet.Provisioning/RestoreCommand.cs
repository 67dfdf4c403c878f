using System.CommandLine;
using Hallbarhet.Workspace;

namespace Hallbarhet.Provisioning;

/// <summary><c>restore</c>: puts back what drifted, as it was applied last.</summary>
internal static class RestoreCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var loss = CommonOptions.AllowDataLoss();
        var items = new Option<DirectoryInfo>("--items") { Description = "A folder that export --items wrote: lists that were deleted get their rows back too." };
        items.AcceptExistingOnly();
        var command = new Command("restore", "Puts back what somebody changed on the site since the last apply. Exit code 0 when done and verified.") { loss, items };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var result = await ProgressConsole.WatchAsync(output, watch => provisioner.RestoreAsync(
                cancellationToken, new ApplyOrder { AllowDataLoss = parsed.GetValue(loss), Watch = watch }));
            var code = await ApplyCommand.ReportAsync(result, output, errors);
            if (code == CommandLine.Done && parsed.GetValue(items) is { } folder)
            {
                foreach (var (list, count) in await provisioner.BringBackAsync(folder.FullName, cancellationToken))
                    await output.WriteLineAsync($"{list}: {count} {(count == 1 ? "row" : "rows")} brought back");
            }
            return code;
        });
        return command;
    }
}
