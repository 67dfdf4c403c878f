namespace Hallbarhet.Hosting.Access;

/// <summary>The app roles of the Entra application, as they stand in a token's claim <c>roles</c>.</summary>
public static class AppRoles
{
    /// <summary>May ask for a plan of the workspace.</summary>
    public const string Plan = "Workspace.Plan";

    /// <summary>May ask for a plan, and have it applied while the setup identity is attached.</summary>
    public const string Apply = "Workspace.Apply";

    /// <summary>May read mails before they are sent; they hold what people wrote.</summary>
    public const string PreviewMail = "Mail.Preview";

    public static IReadOnlyList<string> All { get; } = [Plan, Apply, PreviewMail];
}
