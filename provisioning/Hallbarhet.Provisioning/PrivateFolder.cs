using System.CommandLine;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary>A new folder on this machine for what holds personal data. From a real tenant it is only written to when somebody says so.</summary>
internal sealed class PrivateFolder(string description)
{
    private readonly Option<DirectoryInfo> folder = new("--out") { Description = description, Required = true };

    private readonly Option<bool> personal = new("--with-personal-data")
    {
        Description = "Says that you know that the files hold personal data; needed against a real tenant.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(folder);
        command.Options.Add(personal);
    }

    /// <exception cref="SetupProblemException">The folder is in use, or nobody has said that personal data may be written.</exception>
    public string Path(ParseResult parsed, WorkspaceProvisioner provisioner)
    {
        var chosen = parsed.GetValue(folder)!;
        if (chosen.Exists && chosen.EnumerateFileSystemInfos().Any())
            throw new SetupProblemException($"{chosen.FullName} is not empty. Name a new folder.");
        return provisioner.Connection.Options.LocalTokenEndpoint is not null || parsed.GetValue(personal)
            ? chosen.FullName
            : throw new SetupProblemException("The files hold personal data. Say --with-personal-data when they may be written to this machine.");
    }
}
