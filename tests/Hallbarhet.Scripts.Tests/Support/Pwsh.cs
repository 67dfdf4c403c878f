using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Runs a script of the repository in the real engine, with doubles for every command that is not the engine's.</summary>
internal static class Pwsh
{
    private static readonly string[] Doubles = ["Utility", "Engine", "Services"];

    /// <returns>The error that stopped the script, or null when it came to its end.</returns>
    public static string? Run(Cloud cloud, string script, IDictionary parameters)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("Cloud", cloud);
        using var shell = PowerShell.Create(runspace);
        foreach (var name in Doubles)
            shell.AddScript(Repository.Text($"tests/Hallbarhet.Scripts.Tests/Doubles/{name}.ps1")).AddStatement();
        shell.AddCommand(Repository.File(script)).AddParameters(parameters);
        try
        {
            shell.Invoke();
            return shell.Streams.Error.FirstOrDefault()?.ToString();
        }
        catch (RuntimeException error)
        {
            return error.Message;
        }
    }

    /// <summary>Names of the commands that the engine itself has.</summary>
    public static IReadOnlySet<string> EngineCommands()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        return shell.AddScript("Get-Command -CommandType Cmdlet").Invoke().Select(c => ((CmdletInfo)c.BaseObject).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
