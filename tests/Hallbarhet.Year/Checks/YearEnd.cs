using System.Text.Json;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Checks;

/// <summary>What the year left behind, read as an outsider reads it. The checks see nothing else.</summary>
public sealed class YearEnd
{
    private readonly Dictionary<string, List<ListRow>> lists = [];

    public required Stage Stage { get; init; }

    public required Clockwork Clockwork { get; init; }

    public required ReportWatch Reports { get; init; }

    public required int SecondPlanChanges { get; init; }

    /// <summary>Everything that reached somebody's inbox, with what Exchange and Planner sent on their own.</summary>
    public required IReadOnlyList<Delivery> Mail { get; init; }

    public required IReadOnlyList<JsonElement> Events { get; init; }

    /// <summary>Folder name → file names, in Mötesdokument.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Folders { get; init; }

    public required IReadOnlyList<JsonElement> Tasks { get; init; }

    public required ServiceCost Cost { get; init; }

    /// <summary>The Word files that the bodies got, by report row.</summary>
    public Dictionary<int, byte[]> ReportFiles { get; private set; } = [];

    public IReadOnlyList<ListRow> this[string list] => lists[list];

    /// <summary>Meetings of 2026 that were held.</summary>
    public IReadOnlyList<ListRow> Held => [.. Meetings.Where(m => m.Text("MeetingStatus") == "Genomfört")];

    public IReadOnlyList<ListRow> Meetings => [.. this["Meetings"].Where(m => m.Date("StartsAt")?.Year == 2026)];

    public static async Task<YearEnd> ReadAsync(Stage stage, Clockwork clockwork, ReportWatch reports, int secondPlan)
    {
        var karin = await stage.AsAsync("karin");
        var service = await stage.AsAsync(Founding.ServiceMailbox);
        var end = new YearEnd
        {
            Stage = stage,
            Clockwork = clockwork,
            Reports = reports,
            SecondPlanChanges = secondPlan,
            Mail = [.. (await stage.TenantAsync("mail")).GetProperty("entries").EnumerateArray().Select(Delivery.From)],
            Events = await service.ListAsync($"{service.Me}/events?$top=100"),
            Folders = await FoldersAsync(stage, karin),
            Tasks = await TasksAsync(karin),
            Cost = await stage.ServiceCostAsync(),
        };
        foreach (var list in (string[])["Meetings", "AgendaItems", "Initiatives", "DecisionsActions", "HorizonItems", "LearningActivities",
                     "ReportBacks", "Members", "Organisation", "Reports", "PublishedRecords", "Mailings"])
            end.lists[list] = await stage.Site.RowsAsync(karin, list);
        end.ReportFiles = await ReportChecks.FilesAsync(service, end["Mailings"]);
        return end;
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> FoldersAsync(Stage stage, GraphCaller caller)
    {
        var drive = (await caller.GetAsync($"{stage.Site.Path("MeetingDocuments")}/drive?$select=id")).GetProperty("id").GetString();
        var folders = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var folder in await caller.ListAsync($"drives/{drive}/root/children?$select=id,name"))
            folders[folder.GetProperty("name").GetString()!] =
                [.. (await caller.ListAsync($"drives/{drive}/items/{folder.GetProperty("id").GetString()}/children?$select=id,name"))
                    .Select(f => f.GetProperty("name").GetString()!)];
        return folders;
    }

    private static async Task<List<JsonElement>> TasksAsync(GraphCaller caller)
    {
        var group = (await caller.ListAsync($"groups?$filter=mailNickname eq '{Founding.SiteName}'&$select=id"))[0].GetProperty("id").GetString();
        var tasks = new List<JsonElement>();
        foreach (var plan in await caller.ListAsync($"groups/{group}/planner/plans"))
            tasks.AddRange(await caller.ListAsync($"planner/plans/{plan.GetProperty("id").GetString()}/tasks"));
        return tasks;
    }
}

/// <summary>One mail that reached people.</summary>
public sealed record Delivery(string Kind, DateTimeOffset At, IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public IEnumerable<string> Everybody => To.Concat(Cc);

    public static Delivery From(JsonElement json) => new(
        json.GetProperty("kind").GetString()!,
        Stage.Local(json.GetProperty("at").GetDateTimeOffset()),
        [.. json.GetProperty("to").EnumerateArray().Select(Address)],
        json.TryGetProperty("cc", out var cc) ? [.. cc.EnumerateArray().Select(Address)] : [],
        json.GetProperty("subject").GetString() ?? "");

    private static string Address(JsonElement json) => json.GetString()!.ToLowerInvariant();
}
