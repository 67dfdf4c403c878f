namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Who calls, as the token says it: an application, or a person when <paramref name="UserId"/> is set.</summary>
/// <param name="Name">What the log shows: setup, runtime or the person's principal name.</param>
/// <param name="Id">Client id or the person's id.</param>
/// <param name="DisplayName">What the service writes as author.</param>
/// <param name="UserId">Null for an application.</param>
internal sealed record Caller(string Name, string Id, string DisplayName, string? UserId)
{
    public const string GraphAudience = "https://graph.microsoft.com";

    /// <summary>The token's application roles, as they were granted when it was issued; people have none.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>A write that is done again from the journal: it was judged when it was made.</summary>
    public bool IsReplay { get; init; }

    public bool IsUser => UserId is not null;
}
