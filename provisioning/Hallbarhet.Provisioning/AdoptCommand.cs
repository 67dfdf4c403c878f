using System.CommandLine;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary><c>adopt</c>: takes what somebody changed on the site into the data.</summary>
internal static class AdoptCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var command = new Command("adopt", "Takes what somebody changed on the site into the data. Needs --data. Exit code 0 when everything was taken.");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = common.Data(parsed) ?? throw new SetupProblemException("--data is missing: name the folder with the workspace's data that shall be changed.");
            using var provisioner = common.Open(parsed);
            var adoption = await provisioner.AdoptAsync(folder, cancellationToken);
            foreach (var path in adoption.Taken)
                await output.WriteLineAsync($"{path}: taken into {folder}");
            foreach (var left in adoption.Left)
                await errors.WriteLineAsync(left);
            if (adoption.Taken.Count + adoption.Left.Count == 0)
                await output.WriteLineAsync("No drift: there is nothing to adopt.");
            return adoption.Left.Count == 0 ? CommandLine.Done : CommandLine.Error;
        });
        return command;
    }
}
