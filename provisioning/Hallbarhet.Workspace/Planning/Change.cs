using System.Text.Json.Serialization;

namespace Hallbarhet.Workspace.Planning;

public enum ChangeVerb
{
    Create,
    Update,

    /// <summary>Remove and create anew, because the service cannot convert it. Loses what stands in it.</summary>
    Replace,
}

/// <summary>What is changed, in the order in which it must happen.</summary>
public enum ChangeKind
{
    Group,
    List,
    Column,

    /// <summary>What people see of a column, when a new version of the data calls it something else.</summary>
    Title,

    /// <summary>Rows that still have a choice of an earlier version.</summary>
    Values,
    Folder,

    /// <summary>Versions and who sees whose rows.</summary>
    Settings,

    /// <summary>How a column is shown.</summary>
    Format,
    View,

    /// <summary>A SharePoint group of the site.</summary>
    Role,

    /// <summary>Somebody in a SharePoint group.</summary>
    Person,

    /// <summary>Who may do what on a list or the site.</summary>
    Access,
    Page,
    Home,
    Board,
    Bucket,

    /// <summary>What one of the board's colours is called.</summary>
    Label,
    Menu,
    Row,
    Record,
}

public enum ChangeRisk
{
    None,

    /// <summary>What people entered is lost; needs the data-loss flag.</summary>
    DataLoss,
}

/// <summary>One thing that apply would do.</summary>
public sealed record Change
{
    public required ChangeVerb Verb { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>Which one: a list's name, <c>List/Column</c>, <c>List/Folder</c>, a page's, bucket's or row's key.</summary>
    public required string Name { get; init; }

    /// <summary>What the name belongs to, such as the row's list; empty when nothing.</summary>
    public string Within { get; init; } = "";

    public string? Old { get; init; }

    public string? New { get; init; }

    /// <summary>Why it is needed, one sentence part in English.</summary>
    public required string Why { get; init; }

    public ChangeRisk Risk { get; init; }

    /// <summary>Rows that it would touch, where they were counted.</summary>
    public int? Rows { get; init; }

    [JsonIgnore]
    public string Path => $"{Kind.ToString().ToLowerInvariant()} {(Within.Length > 0 ? Within + "/" : "")}{Name}";
}

/// <summary>A change that did not happen.</summary>
/// <param name="Change">The change.</param>
/// <param name="Message">The reason, for IT.</param>
/// <param name="MayTryAgain">True when the service was busy or its answer got lost, so that looking again and retrying is right.</param>
public sealed record ChangeFailure(Change Change, string Message, bool MayTryAgain);
