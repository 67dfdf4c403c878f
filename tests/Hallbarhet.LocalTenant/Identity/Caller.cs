namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Who calls: an application, or a user when <paramref name="UserId"/> is set.</summary>
/// <param name="Name">What the log shows: setup, runtime or the user's principal name.</param>
internal sealed record Caller(string Name, string Id, string DisplayName, string? UserId)
{
    public const string GraphAudience = "https://graph.microsoft.com";

    public static readonly Caller Setup = new("setup", "11111111-1111-1111-1111-111111111111", "Hallbarhet setup", null);

    public static readonly Caller Runtime = new("runtime", "22222222-2222-2222-2222-222222222222", "Hallbarhet runtime", null);

    public bool IsUser => UserId is not null;

    public static Caller? ByClientId(string? id) => id is null or "" ? Runtime
        : id == Setup.Id ? Setup
        : id == Runtime.Id ? Runtime
        : null;
}
