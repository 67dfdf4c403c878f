using System.Text.Json;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The tenant that HALLBARHET_TENANT names: a path to a file like docs/verification.md shows.</summary>
internal sealed record RealTenant
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public required string TenantId { get; init; }

    /// <summary>Such as kommun.sharepoint.com.</summary>
    public required string SharePointHost { get; init; }

    /// <summary>Name of a Swedish team site without anything that matters, as in /sites/NAME.</summary>
    public required string SiteName { get; init; }

    public required string GroupId { get; init; }

    /// <summary>Principal name of the mailbox that drafts and events are made in.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Principal names of two test users, the first an owner of the group.</summary>
    public required string Member { get; init; }

    public required string Other { get; init; }

    public required RealApplication Setup { get; init; }

    public required RealApplication Runtime { get; init; }

    /// <summary>Null when the variable is not set.</summary>
    public static RealTenant? Configured { get; } = Environment.GetEnvironmentVariable("HALLBARHET_TENANT") is { Length: > 0 } file
        ? JsonSerializer.Deserialize<RealTenant>(File.ReadAllText(file), Strict)
        : null;
}

/// <param name="Certificate">Path to a .pfx: SharePoint takes no secret from an application.</param>
internal sealed record RealApplication(string ClientId, string Certificate);
