using System.CommandLine;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Provisioning;

/// <summary><c>plan</c>: shows what apply would do, and saves it on request.</summary>
internal static class PlanCommand
{
    public static Command Create(TextWriter output)
    {
        var common = new CommonOptions();
        var format = CommonOptions.Format();
        var save = new Option<FileInfo?>("--out") { Description = "Saves the plan, for apply --plan." };
        var command = new Command("plan", "Compares the site with the data. Changes nothing. Exit code 2 when something differs.") { format, save };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var plan = await provisioner.PlanAsync(cancellationToken);
            await PlanConsole.WriteAsync(output, plan, parsed.GetValue(format)!);
            if (parsed.GetValue(save) is { } file)
                await File.WriteAllTextAsync(file.FullName, PlanRenderer.Json(plan), cancellationToken);
            return plan.IsEmpty ? CommandLine.Done : CommandLine.HasChanges;
        });
        return command;
    }
}
