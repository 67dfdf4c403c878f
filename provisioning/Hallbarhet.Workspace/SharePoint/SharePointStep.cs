using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.SharePoint;

/// <summary>One thing to do on the site. Ids are SharePoint's own; a list id of null means the site itself.</summary>
public abstract record SharePointStep
{
    private SharePointStep(string? on) => On = on;

    /// <summary>Id of the list that it touches; null for the site itself.</summary>
    public string? On { get; }

    /// <summary>Major versions are kept, drafts and approval are off, and everybody's rows are open to everybody.</summary>
    public sealed record SetList(string ListId, int Versions) : SharePointStep(ListId);

    public sealed record FormatColumn(string ListId, string Column, string Json) : SharePointStep(ListId);

    /// <summary>The name goes first as title, because SharePoint makes the view's address of it; then it gets its title.</summary>
    public sealed record AddView(string ListId, string Name, ViewContent View) : SharePointStep(ListId);

    public sealed record ChangeView(string ListId, string ViewId, ViewContent View) : SharePointStep(ListId);

    public sealed record AddGroup(string Title, string Description) : SharePointStep(on: null);

    /// <param name="Group">Id of the SharePoint group.</param>
    /// <param name="Upn">The person's account.</param>
    public sealed record AddPerson(int Group, string Upn) : SharePointStep(on: null);

    /// <summary>The list stops doing as the site does; nobody but owners has anything until it is granted.</summary>
    public sealed record BreakInheritance(string ListId) : SharePointStep(ListId);

    public sealed record RestoreInheritance(string ListId) : SharePointStep(ListId);

    public sealed record Grant(string? ListId, int Principal, AccessLevel Level) : SharePointStep(ListId);

    public sealed record Revoke(string? ListId, int Principal, AccessLevel Level) : SharePointStep(ListId);

    /// <param name="Url">Server-relative, or an address of another site.</param>
    /// <param name="Parent">Node under which it stands; null for the first level.</param>
    public sealed record AddNode(string Title, string Url, int? Parent) : SharePointStep(on: null);

    public sealed record RenameNode(int Node, string Title) : SharePointStep(on: null);

    /// <param name="Path">Relative to the site, such as <c>SitePages/Start.aspx</c>.</param>
    public sealed record SetHomePage(string Path) : SharePointStep(on: null);
}

/// <summary>A view in SharePoint's terms; two with equal words show the same.</summary>
public sealed record ViewContent
{
    public required string Title { get; init; }

    public required bool Default { get; init; }

    /// <summary>Internal names in their order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The inside of a CAML query.</summary>
    public required string Query { get; init; }

    public required int Limit { get; init; }

    public override string ToString() => $"\"{Title}\"{(Default ? " default" : "")} [{string.Join(", ", Columns)}] {Query} {Limit}";
}
