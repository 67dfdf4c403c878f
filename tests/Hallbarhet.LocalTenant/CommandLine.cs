using System.Diagnostics.CodeAnalysis;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant;

/// <summary>The program's arguments and what it prints on start.</summary>
internal static class CommandLine
{
    private const string Usage =
        "usage: --urls http://127.0.0.1:PORT [--state DIR] [--capture FILE] [--faults FILE] [--seed N] [--now 2026-01-05T08:00] [--mailbox UPN] [--no-pdf]";

    public static bool TryRead(string[] args, out LocalTenantOptions options, [NotNullWhen(false)] out string? problem)
    {
        options = new() { Url = "http://127.0.0.1:5180" };
        problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            if (args[i] == "--no-pdf") options = options with { PdfConversion = false };
            else if (i + 1 >= args.Length || With(options, args[i], args[i + 1]) is not { } next) problem = $"{args[i]}?\n{Usage}";
            else (options, i) = (next, i + 1);
        }
        return problem is null;
    }

    /// <summary>Lines that can be taken over as environment variables and settings.</summary>
    public static string Settings(LocalTenantServer server) => $"""
        The local tenant answers at {server.Address}
          IDENTITY_ENDPOINT={server.IdentityEndpoint}
          IDENTITY_HEADER={LocalTenantServer.IdentityHeader}
          Graph base address: {server.Address}v1.0
          SharePoint base address: {server.Address}sites/<name>
          Client id of setup: {Applications.SetupId}
          Client id of runtime: {Applications.RuntimeId} (its mailbox: POST {server.Address}_tenant/identity)
          First user: admin@trollhattan.example{(server.Restored is { } restored ? "\n  State: " + restored : "")}
        """;

    private static LocalTenantOptions? With(LocalTenantOptions options, string name, string value) => name switch
    {
        "--urls" => options with { Url = value },
        "--state" => options with { StateDir = value },
        "--capture" => options with { CaptureFile = value },
        "--faults" => options with { FaultsFile = value },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
        "--now" => options with { Now = value },
        "--mailbox" => options with { RuntimeMailbox = value },
        _ => null,
    };
}
