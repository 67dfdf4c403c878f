using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Provisioning;

/// <summary>Settings for a real tenant, from the same environment variables as the service's own: <c>Microsoft365__SiteHost</c> and so on.</summary>
internal static class EnvironmentSettings
{
    public static Microsoft365Options Read(Func<string, string?> variable)
    {
        var defaults = new Microsoft365Options();
        return defaults with
        {
            GraphBaseUrl = Address(Value("GraphBaseUrl"), "GraphBaseUrl") ?? defaults.GraphBaseUrl,
            SiteHost = Value("SiteHost") ?? "",
            SignIn = SignInOf(Value("SignIn")),
            SharePointClient = SharePointClientOf(variable),
            ManagedIdentityClientId = Value("ManagedIdentityClientId"),
            TenantId = Value("TenantId"),
            ClientId = Value("ClientId"),
            CertificatePath = Value("CertificatePath"),
        };

        string? Value(string name) => variable($"{Microsoft365Options.SectionName}__{name}") is { Length: > 0 } value ? value : null;
    }

    /// <summary>Counts for a local tenant too.</summary>
    public static SharePointClient SharePointClientOf(Func<string, string?> variable)
    {
        const string Name = $"{Microsoft365Options.SectionName}__SharePointClient";
        return variable(Name) is not { Length: > 0 } value ? SharePointClient.Rest
            : Enum.TryParse<SharePointClient>(value, ignoreCase: true, out var client) ? client
            : throw new SetupProblemException($"{Name} is \"{value}\". Write one of: {string.Join(", ", Enum.GetNames<SharePointClient>())}.");
    }

    private static Uri? Address(string? value, string name) => value is null ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var address) ? address
        : throw new SetupProblemException($"{Microsoft365Options.SectionName}__{name} is no address: {value}");

    /// <summary>IT sits at a machine with az login or a certificate; a managed identity is for the service.</summary>
    private static SignIn SignInOf(string? value) => value is null ? SignIn.Default
        : Enum.TryParse<SignIn>(value, ignoreCase: true, out var signIn) ? signIn
        : throw new SetupProblemException(
            $"{Microsoft365Options.SectionName}__SignIn is \"{value}\". Write one of: {string.Join(", ", Enum.GetNames<SignIn>())}.");
}
