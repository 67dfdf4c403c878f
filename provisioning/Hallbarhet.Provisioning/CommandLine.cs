using System.CommandLine;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Provisioning;

/// <summary>The commands that IT types. Exit codes: 0 done or nothing to do, 1 error, 2 the plan has changes, 3 refused.</summary>
public static class CommandLine
{
    internal const int Done = 0;
    internal const int Error = 1;
    internal const int HasChanges = 2;
    internal const int Refused = 3;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("The workspace of the group: compare it with the data, and make it so.")
        {
            PlanCommand.Create(output),
            ApplyCommand.Create(output, errors),
            DriftCommand.Create(output),
            AdoptCommand.Create(output, errors),
            RestoreCommand.Create(output, errors),
            ExportCommand.Create(output, errors),
            RecordsCommand.Create(output, errors),
        };
        var parsed = root.Parse(arguments);
        var settings = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(settings);
        }
        catch (Exception error) when (Explained(error) is { } exitCode)
        {
            await errors.WriteLineAsync(error.Message);
            return exitCode;
        }
    }

    /// <summary>Errors that carry their own explanation; anything else is a fault of the program and shows its trace.</summary>
    private static int? Explained(Exception error) => error switch
    {
        WorkspaceRefusedException => Refused,
        WorkspaceMissingException or DefinitionException or Microsoft365Exception or IOException or UnauthorizedAccessException => Error,
        JobException => Error,
        OperationCanceledException => Error,
        _ => null,
    };
}
