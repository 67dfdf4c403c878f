using System.CommandLine;
using Hallbarhet.Workspace.Drift;

namespace Hallbarhet.Provisioning;

/// <summary><c>drift</c>: shows what somebody changed on the site since the last apply.</summary>
internal static class DriftCommand
{
    public static Command Create(TextWriter output)
    {
        var common = new CommonOptions();
        var format = CommonOptions.Format();
        var command = new Command("drift", "Shows what somebody changed on the site since the last apply. Changes nothing. Exit code 2 when something did.") { format };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var report = await provisioner.DriftAsync(cancellationToken);
            await output.WriteAsync(parsed.GetValue(format) switch
            {
                "json" => DriftRenderer.Json(report),
                "markdown" => DriftRenderer.Markdown(report),
                _ => DriftRenderer.Text(report),
            });
            return report.IsEmpty ? CommandLine.Done : CommandLine.HasChanges;
        });
        return command;
    }
}
