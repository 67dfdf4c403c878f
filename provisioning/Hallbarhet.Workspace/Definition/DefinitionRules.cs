namespace Hallbarhet.Workspace.Definition;

/// <summary>What a schema cannot say: references, duplicates, and combinations that SharePoint refuses.</summary>
internal static class DefinitionRules
{
    public static IEnumerable<DefinitionProblem> Check(DefinitionFiles files, WorkspaceDefinition definition) =>
        files.Lists.SelectMany(file => ListRules.Check(file, file.As<ListDefinition>(), definition))
            .Concat(TwiceTheSame(files))
            .Concat(files.Pages.SelectMany(file => PageRules(file, definition)))
            .Concat(MenuRules(files.Navigation, definition))
            .Concat(SiteRules(files.Site, definition))
            .Concat(GoalRules.Check(files.Goals, definition));

    public static IEnumerable<string> Groups(WorkspaceDefinition definition) =>
        definition.Site.Groups.Select(group => group.Key).Append(SiteGroupDefinition.Members);

    public static IEnumerable<string> UnknownGroups(IReadOnlyDictionary<string, AccessLevel>? access, WorkspaceDefinition definition) =>
        access?.Keys.Except(Groups(definition)) ?? [];

    private static IEnumerable<DefinitionProblem> SiteRules(DefinitionFile file, WorkspaceDefinition definition)
    {
        var site = definition.Site;
        if (definition.Pages.All(page => page.Key != site.HomePage))
            yield return file.Problem("homePage", $"There is no page \"{site.HomePage}\".{Hint(site.HomePage, definition.Pages.Select(page => page.Key))}");
        foreach (var key in UnknownGroups(site.Access, definition))
            yield return file.Problem("access", $"There is no group \"{key}\".{Hint(key, Groups(definition))}");
    }

    /// <summary>SharePoint lets no list and library share a title, and two lists with one name would be one.</summary>
    private static IEnumerable<DefinitionProblem> TwiceTheSame(DefinitionFiles files)
    {
        var lists = files.Lists.Select(file => (File: file, List: file.As<ListDefinition>())).ToList();
        return Twice(lists, entry => entry.List.Name, "name").Concat(Twice(lists, entry => entry.List.Title, "title"));

        static IEnumerable<DefinitionProblem> Twice(
            IEnumerable<(DefinitionFile File, ListDefinition List)> lists, Func<(DefinitionFile File, ListDefinition List), string> by, string property) =>
            lists.GroupBy(by, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)
                .Select(entry => entry.File.Problem(property, $"The {property} \"{same.Key}\" is already used in {same.First().File.Name}. Choose another.")));
    }

    private static IEnumerable<DefinitionProblem> PageRules(DefinitionFile file, WorkspaceDefinition definition)
    {
        var page = file.As<PageDefinition>();
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (page.Blocks[i].Link is not { } link)
                continue;
            if ((link.List is null) == (link.Page is null))
                yield return file.Problem($"blocks[{i}].link", "A link needs either \"page\" or \"list\".");
            else if (Missing(link.Page, link.List, definition) is { } message)
                yield return file.Problem($"blocks[{i}].link", message);
        }
    }

    private static IEnumerable<DefinitionProblem> MenuRules(DefinitionFile file, WorkspaceDefinition definition) =>
        MenuRules(file, definition.Navigation.Menu, "menu", definition)
            .Concat(MenuRules(file, definition.Navigation.Strategists.Items, "strategists.items", definition));

    private static IEnumerable<DefinitionProblem> MenuRules(
        DefinitionFile file, IReadOnlyList<MenuItem> items, string path, WorkspaceDefinition definition)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Missing(items[i].Page, items[i].List, definition) is { } message)
                yield return file.Problem($"{path}[{i}]", message);
        }
    }

    private static string? Missing(string? page, string? list, WorkspaceDefinition definition) => (page, list) switch
    {
        ({ } key, _) when definition.Pages.All(p => p.Key != key) => $"There is no page \"{key}\".{Hint(key, definition.Pages.Select(p => p.Key))}",
        (_, { } name) when definition.Lists.All(l => l.Name != name) => $"There is no list \"{name}\".{Hint(name, definition.Lists.Select(l => l.Name))}",
        _ => null,
    };

    internal static string Hint(string written, IEnumerable<string> known) =>
        Nearest.To(written, known) is { } near ? $" Did you mean \"{near}\"?" : "";
}
