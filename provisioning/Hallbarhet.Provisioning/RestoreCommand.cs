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
        var command = new Command("restore", "Puts back what somebody changed on the site since the last apply. Exit code 0 when done and verified.") { loss };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var result = await ProgressConsole.WatchAsync(output, watch => provisioner.RestoreAsync(
                cancellationToken, new ApplyOrder { AllowDataLoss = parsed.GetValue(loss), Watch = watch }));
            return await ApplyCommand.ReportAsync(result, output, errors);
        });
        return command;
    }
}
