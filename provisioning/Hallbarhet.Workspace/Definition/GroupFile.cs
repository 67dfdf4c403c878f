namespace Hallbarhet.Workspace.Definition;

/// <summary>The group that a workspace is made for: names, departments, bodies, members. A file per group.</summary>
public sealed record GroupFile
{
    public string? Description { get; init; }

    public required string DisplayName { get; init; }

    public required string MailNickname { get; init; }

    /// <summary>Server-relative path of the site.</summary>
    public required string Site { get; init; }

    public required string ServiceMailbox { get; init; }

    public required string Registry { get; init; }

    /// <summary>Mail domains that count as the municipality's own.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Group and site are usually there; only with this are they made.</summary>
    public bool CreateIfMissing { get; init; }

    public bool Planner { get; init; }

    public required IReadOnlyList<DepartmentEntry> Departments { get; init; }

    public required IReadOnlyList<BodyEntry> Bodies { get; init; }

    public required IReadOnlyList<MemberEntry> Members { get; init; }
}

/// <summary>A department or municipal company with its time of validity.</summary>
public sealed record DepartmentEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Key of the department that took over.</summary>
    public string? Successor { get; init; }

    public string? Mailbox { get; init; }

    public string? Network { get; init; }
}

/// <summary>Somebody who gets the group's reports.</summary>
public sealed record BodyEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Mailbox { get; init; }

    public required string Profile { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

/// <summary>A member. Without <see cref="Upn"/> the person has no account in the tenant, for example somebody from a company.</summary>
public sealed record MemberEntry
{
    public const string Strategist = "Hållbarhetsstrateg";
    public const string Communicator = "Kommunikatör";

    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? Upn { get; init; }

    /// <summary>Mail address when it is not the account's name.</summary>
    public string? Email { get; init; }

    public string? Department { get; init; }

    public required string Role { get; init; }

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public DateOnly? AwayFrom { get; init; }

    public DateOnly? AwayTo { get; init; }

    public string MailChoice { get; init; } = "Alla";
}
