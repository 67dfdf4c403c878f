using NJsonSchema;

namespace Hallbarhet.Workspace.Definition;

/// <summary>Loads the workspace's data from a folder. All problems of all files are collected before it gives up.</summary>
public static class WorkspaceFolder
{
    private const string SchemaFile = "workspace.schema.json";
    private const string FormattingSchemaFile = "formatting.schema.json";

    /// <summary>The data that came with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "workspace");

    /// <summary>The example group that came with the program.</summary>
    public static string ExampleGroup { get; } = Path.Combine(Default, "group.example.json");

    /// <exception cref="DefinitionException">Names file, line, column and what to write instead.</exception>
    public static WorkspaceDefinition Load(string? folder = null)
    {
        folder ??= Default;
        var reader = new FolderReader(folder, Schema(folder, SchemaFile));
        var site = reader.One("site.json", "site");
        var navigation = reader.One("navigation.json", "navigation");
        var board = reader.One("planner/board.json", "board");
        var lists = reader.All("lists", "list").Concat(reader.All("libraries", "list")).ToList();
        var pages = reader.All("pages", "page");
        var goals = reader.All("goals", "goals");
        var formats = new FolderReader(folder, Schema(folder, FormattingSchemaFile), reader.Problems).All("formatting", "formatting");
        reader.ThrowIfAny();
        var files = new DefinitionFiles(lists, pages, goals, site!, navigation!, board!);
        var definition = new WorkspaceDefinition
        {
            Site = site!.As<SiteDefinition>(),
            Navigation = navigation!.As<NavigationDefinition>(),
            Board = board!.As<BoardDefinition>(),
            Lists = [.. lists.Select(file => file.As<ListDefinition>()).OrderBy(list => list.Order)],
            Pages = [.. pages.Select(file => file.As<PageDefinition>()).OrderBy(page => page.Order)],
            Goals = [.. goals.SelectMany(file => file.As<List<GoalDefinition>>())],
            Formats = formats.ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.OnOneLine),
        };
        reader.Problems.AddRange(DefinitionRules.Check(files, definition));
        reader.ThrowIfAny();
        return definition;
    }

    /// <exception cref="DefinitionException">Names file, line, column and what to write instead.</exception>
    public static GroupFile LoadGroup(string path)
    {
        var problems = new List<DefinitionProblem>();
        var schema = Schema(Default, "group.schema.json").Definitions["group"];
        var file = DefinitionFile.Read(path, Path.GetFileName(path), schema, problems);
        if (file is null)
            throw new DefinitionException(problems);
        var group = file.As<GroupFile>();
        problems.AddRange(GroupRules.Check(file, group));
        return problems.Count == 0 ? group : throw new DefinitionException(problems);
    }

    private static JsonSchema Schema(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            path = Path.Combine(Default, name);
        return JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult();
    }

    private sealed class FolderReader(string folder, JsonSchema schema, List<DefinitionProblem>? problems = null)
    {
        public List<DefinitionProblem> Problems { get; } = problems ?? [];

        public DefinitionFile? One(string name, string kind) =>
            DefinitionFile.Read(Path.Combine(folder, name), name, schema.Definitions[kind], Problems);

        public List<DefinitionFile> All(string subfolder, string kind)
        {
            var path = Path.Combine(folder, subfolder);
            string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
            return [.. files.Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => One($"{subfolder}/{name}", kind)).OfType<DefinitionFile>()];
        }

        public void ThrowIfAny()
        {
            if (Problems.Count > 0)
                throw new DefinitionException(Problems);
        }
    }
}

/// <summary>The files that a definition came from, for problems that only show when all are read.</summary>
internal sealed record DefinitionFiles(
    IReadOnlyList<DefinitionFile> Lists,
    IReadOnlyList<DefinitionFile> Pages,
    IReadOnlyList<DefinitionFile> Goals,
    DefinitionFile Site,
    DefinitionFile Navigation,
    DefinitionFile Board);
