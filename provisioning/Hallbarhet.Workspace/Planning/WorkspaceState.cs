using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>The site as it is now, read in few round trips.</summary>
public sealed record WorkspaceState
{
    /// <summary>Id of the Microsoft 365 group; null when there is none.</summary>
    public string? GroupId { get; init; }

    /// <summary>Id of the site; null when there is none.</summary>
    public string? SiteId { get; init; }

    /// <summary>How the group is kept alive; null when there is none or it may not be seen.</summary>
    public GroupState? Group { get; init; }

    /// <summary>Accounts of the group file that do not exist.</summary>
    public IReadOnlyList<string> UnknownAccounts { get; init; } = [];

    public IReadOnlyList<ListState> Lists { get; init; } = [];

    public IReadOnlyList<PageState> Pages { get; init; } = [];

    /// <summary>The Planner plan; null when there is none or Planner is off.</summary>
    public BoardState? Board { get; init; }

    /// <summary>Item ids by list name and SourceKey, of the lists that have seed rows.</summary>
    public IReadOnlyDictionary<(string List, string Key), string> Rows { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>Item ids by list name and title, of rows without a SourceKey: entered by hand, or their key was deleted with its column.</summary>
    public IReadOnlyDictionary<(string List, string Title), string> Unkeyed { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>How columns are used that a change would lose something of, by list and column name; counted only when a plan asks.</summary>
    public IReadOnlyDictionary<(string List, string Column), ColumnUsage> Usage { get; init; } = new Dictionary<(string, string), ColumnUsage>();

    /// <summary>Ids of rows that have a choice which the data has replaced.</summary>
    public IReadOnlyDictionary<(string List, string Column, string Choice), IReadOnlyList<string>> Outdated { get; init; } =
        new Dictionary<(string, string, string), IReadOnlyList<string>>();

    /// <summary>What an earlier apply wrote down; null on a site that was never applied.</summary>
    public WorkspaceRecord? Record { get; init; }

    /// <summary>What SharePoint alone can tell; null where there is no site or it was not asked.</summary>
    public SharePointState? SharePoint { get; init; }

    /// <summary>The data that was applied last; null on a site that was never applied.</summary>
    public AppliedState? Applied { get; init; }

    /// <summary>The list by its internal name, whatever people call it.</summary>
    public ListState? List(string name) => Lists.FirstOrDefault(list => list.Name == name);

    /// <summary>The page by its file name, whatever people call it.</summary>
    public PageState? Page(string file) => Pages.FirstOrDefault(page => string.Equals(page.File, file, StringComparison.OrdinalIgnoreCase));

    public bool IsUnknown(string upn) => UnknownAccounts.Contains(upn, StringComparer.OrdinalIgnoreCase);

    /// <summary>Views, settings and rights of a list; null when they could not be read.</summary>
    public ListDetails? Details(string name) => List(name) is { } list ? SharePoint?.List(list.Id) : null;
}

public sealed record ListState
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required bool IsLibrary { get; init; }

    /// <summary>Neither the system's own nor a special kind such as site pages.</summary>
    public bool IsOrdinary { get; init; } = true;

    /// <summary>When somebody last changed the list or something in it, where the service tells.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public string? ChangedBy { get; init; }

    /// <summary>Id of a library's drive; null for a list.</summary>
    public string? DriveId { get; init; }

    public required IReadOnlyList<ColumnState> Columns { get; init; }

    /// <summary>Those of the data's folders that exist.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public ColumnState? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}

public sealed record ColumnState
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Comes with every list, or is kept by the service.</summary>
    public bool IsBuiltIn { get; init; }

    public bool Required { get; init; }

    public bool Indexed { get; init; }

    public bool Unique { get; init; }

    public bool Hidden { get; init; }

    public bool Multiple { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string? Default { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    /// <summary>Internal name of the list that a lookup points at; empty when that list is gone.</summary>
    public string? Target { get; init; }
}

/// <param name="Owners">How many there are.</param>
/// <param name="Expires">When a lifecycle policy deletes the group unless somebody renews it; null when none does.</param>
/// <param name="Name">Its display name.</param>
public sealed record GroupState(int Owners, DateOnly? Expires, string? Name = null);

/// <param name="Filled">Rows with a value.</param>
/// <param name="ByValue">Rows by value.</param>
public sealed record ColumnUsage(int Filled, IReadOnlyDictionary<string, int> ByValue);

/// <param name="Published">Whether it ever was; what somebody is changing since is theirs.</param>
/// <param name="CheckedOutBy">The person who is changing it; null when nobody is, or when it is an application.</param>
public sealed record PageState(string Id, string File, bool Published, string? CheckedOutBy = null);

public sealed record BoardState(string Id, string Title, IReadOnlyList<BucketState> Buckets)
{
    /// <summary>Names of the labels by their number, null for those that have none.</summary>
    public IReadOnlyDictionary<int, string?> Labels { get; init; } = new Dictionary<int, string?>();
}

public sealed record BucketState(string Id, string Title);
