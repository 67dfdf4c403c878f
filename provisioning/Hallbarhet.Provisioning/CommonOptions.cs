using System.CommandLine;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary>Options that every command has: which tenant, which group.</summary>
internal sealed class CommonOptions
{
    private readonly Option<Uri?> tenant = new("--tenant")
    {
        Description = "Address of a local tenant, its token endpoint included. Without it, environment settings and Azure.Identity decide.",
        CustomParser = result => Uri.TryCreate(result.Tokens.SingleOrDefault()?.Value, UriKind.Absolute, out var address) ? address : Wrong(result),
    };

    private readonly Option<FileInfo?> group = new("--group")
    {
        Description = "The group file. A local tenant takes the example group without it.",
    };

    private readonly Option<DirectoryInfo> data = new Option<DirectoryInfo>("--data")
    {
        Description = "The folder with the workspace's data. Without it, the data that came with the program.",
    }.AcceptExistingOnly();

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        return format;
    }

    public static Option<bool> AllowDataLoss() =>
        new("--allow-data-loss") { Description = "Allows changes that lose what people have entered, or that change very much at once." };

    public string? Data(ParseResult parsed) => parsed.GetValue(data)?.FullName;

    public void AddTo(Command command)
    {
        command.Options.Add(tenant);
        command.Options.Add(group);
        command.Options.Add(data);
    }

    public WorkspaceProvisioner Open(ParseResult parsed)
    {
        var file = parsed.GetValue(group)?.FullName;
        if (parsed.GetValue(tenant) is { } address)
            return WorkspaceProvisioner.ForLocalTenant(
                address, file, data: Data(parsed), sharePoint: EnvironmentSettings.SharePointClientOf(Environment.GetEnvironmentVariable));
        return file is null
            ? throw new SetupProblemException("--group is missing: name the file that describes the group.")
            : WorkspaceProvisioner.ForTenant(EnvironmentSettings.Read(Environment.GetEnvironmentVariable), file, Data(parsed));
    }

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--tenant must be an address such as http://127.0.0.1:5080.");
        return null;
    }
}
