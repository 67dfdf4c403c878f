using System.CommandLine;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Provisioning;

/// <summary><c>apply</c>: makes the site as the data says, and looks again before it says done.</summary>
internal static class ApplyCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var saved = new Option<FileInfo>("--plan") { Description = "Applies exactly this saved plan, or refuses when it is stale." };
        saved.AcceptExistingOnly();
        var loss = CommonOptions.AllowDataLoss();
        var command = new Command("apply", "Makes the site as the data says. Exit code 0 when done and verified.") { saved, loss };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var plan = parsed.GetValue(saved) is { } file ? await File.ReadAllTextAsync(file.FullName, cancellationToken) : null;
            var result = await ProgressConsole.WatchAsync(output, watch => provisioner.ApplyAsync(
                cancellationToken, new ApplyOrder { Saved = plan, AllowDataLoss = parsed.GetValue(loss), Watch = watch }));
            return await ReportAsync(result, output, errors);
        });
        return command;
    }

    public static async Task<int> ReportAsync(ApplyResult result, TextWriter output, TextWriter errors)
    {
        await PlanConsole.WriteAsync(output, result.Planned, "text");
        if (result.IsDone)
        {
            await output.WriteLineAsync("Done and verified: the site is as the data says.");
            return CommandLine.Done;
        }
        foreach (var failure in result.Failures)
            await errors.WriteLineAsync($"{failure.Change.Path}: {failure.Message}");
        await errors.WriteLineAsync($"Not done. Still to do: {PlanRenderer.Summary(result.Remaining)} Correct what is named above and apply again.");
        return CommandLine.Error;
    }
}
