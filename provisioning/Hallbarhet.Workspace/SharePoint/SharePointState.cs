using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.SharePoint;

/// <summary>The site as SharePoint alone can tell it.</summary>
public sealed record SharePointState
{
    /// <summary>Path of the page that opens first, relative to the site; null when it could not be read.</summary>
    public string? HomePage { get; init; }

    /// <summary>Id of the SharePoint group that holds the Microsoft 365 group's owners.</summary>
    public int? Owners { get; init; }

    /// <summary>Id of the SharePoint group that holds the Microsoft 365 group's members.</summary>
    public int? Members { get; init; }

    /// <summary>Null when this identity may not see them.</summary>
    public IReadOnlyList<SiteGroupState>? Groups { get; init; }

    /// <summary>Who may do what on the site; null when this identity may not see it.</summary>
    public IReadOnlyList<Assignment>? Access { get; init; }

    /// <summary>The quick launch; null when this identity may not see it.</summary>
    public IReadOnlyList<NodeState>? Menu { get; init; }

    /// <summary>SharePoint's number of the site's time zone; null when it was not told.</summary>
    public int? TimeZone { get; init; }

    /// <summary>The site's locale as a Windows number, such as 1053 for Swedish; null when it was not told.</summary>
    public int? Locale { get; init; }

    public IReadOnlyDictionary<string, ListDetails> Lists { get; init; } = new Dictionary<string, ListDetails>();

    /// <summary>Details of a list by its id; null when they could not be read.</summary>
    public ListDetails? List(string id) => Lists.GetValueOrDefault(id);
}

public sealed record ListDetails
{
    public required bool Versioning { get; init; }

    public required int Versions { get; init; }

    public bool MinorVersions { get; init; }

    public bool Moderation { get; init; }

    /// <summary>1: everyone reads all items; 2: only one's own.</summary>
    public required int ReadSecurity { get; init; }

    /// <summary>1: everyone writes all items; 2: only one's own; 4: none.</summary>
    public required int WriteSecurity { get; init; }

    /// <summary>False while the list does as the site does.</summary>
    public required bool OwnAccess { get; init; }

    /// <summary>Who may do what when the list has its own rights; null when they were not asked for or cannot be seen.</summary>
    public IReadOnlyList<Assignment>? Access { get; init; }

    public IReadOnlyList<ViewState> Views { get; init; } = [];

    /// <summary>JSON by internal column name, of columns that have formatting.</summary>
    public IReadOnlyDictionary<string, string> Formats { get; init; } = new Dictionary<string, string>();

    public ViewState? View(string name) => Views.FirstOrDefault(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Id">SharePoint's id.</param>
/// <param name="Name">The file name of its page without ending, which never changes.</param>
/// <param name="Content">What it shows.</param>
public sealed record ViewState(string Id, string Name, ViewContent Content);

/// <param name="Principal">Id of a site user or site group.</param>
/// <param name="Name">Shown name.</param>
/// <param name="Levels">All that were granted.</param>
public sealed record Assignment(int Principal, string Name, IReadOnlyList<AccessLevel> Levels);

public sealed record SiteGroupState(int Id, string Title, IReadOnlyList<string> Logins)
{
    /// <summary>Whether the account stands in it by itself.</summary>
    public bool Has(string upn) => Logins.Any(login => login.EndsWith('|' + upn, StringComparison.OrdinalIgnoreCase));
}

public sealed record NodeState(int Id, string Title, string Url, IReadOnlyList<NodeState> Children);
