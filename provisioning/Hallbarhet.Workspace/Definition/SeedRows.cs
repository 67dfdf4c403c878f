using System.Text.Json;

namespace Hallbarhet.Workspace.Definition;

/// <summary>The rows that a new workspace is filled with: from the lists' own data, the goals and the group file.</summary>
internal static class SeedRows
{
    private const string Organisation = "Organisation";

    public static IReadOnlyList<SeedRow> Of(WorkspaceDefinition definition, GroupFile group) =>
    [
        .. group.Departments.Select(Department),
        .. group.Bodies.Select(Body),
        .. group.Members.Select(Member),
        .. definition.Goals.Select(Goal),
        .. definition.Lists.SelectMany(list => list.Seed.Select(seed => OfList(list, seed))),
    ];

    private static SeedRow Department(DepartmentEntry entry) => Row(Organisation, entry.Key, entry.Name,
        ("Kind", Text(entry.Kind)), ("ValidFrom", Day(entry.ValidFrom)), ("ValidTo", Day(entry.ValidTo)),
        ("Successor", One(Organisation, entry.Successor)), ("Mailbox", Text(entry.Mailbox)), ("Network", Text(entry.Network)));

    private static SeedRow Body(BodyEntry entry) => Row(Organisation, entry.Key, entry.Name,
        ("Kind", Text("Rapportmottagare")), ("ValidFrom", Day(entry.ValidFrom)), ("ValidTo", Day(entry.ValidTo)),
        ("Mailbox", Text(entry.Mailbox)), ("ReportProfile", Text(entry.Profile)));

    private static SeedRow Member(MemberEntry entry) => Row("Members", entry.Key, entry.Name,
        ("Person", entry.Upn is { } upn ? new SeedValue.Person(upn) : null), ("Email", Text(entry.Email ?? entry.Upn)),
        ("Department", One(Organisation, entry.Department)), ("Role", Text(entry.Role)), ("MailChoice", Text(entry.MailChoice)),
        ("ActiveFrom", Day(entry.ActiveFrom)), ("ActiveTo", Day(entry.ActiveTo)),
        ("AwayFrom", Day(entry.AwayFrom)), ("AwayTo", Day(entry.AwayTo)));

    private static SeedRow Goal(GoalDefinition goal) => Row("Goals", goal.Key, goal.Title,
        ("Framework", Text(goal.Framework)), ("Code", Text(goal.Code)), ("Parent", One("Goals", goal.Parent)),
        ("Related", goal.Related.Count > 0 ? new SeedValue.Rows("Goals", goal.Related, true) : null),
        ("ValidFrom", Day(goal.ValidFrom)), ("ValidTo", Day(goal.ValidTo)), ("Link", Text(goal.Link)));

    private static SeedRow OfList(ListDefinition list, SeedDefinition seed) => Row(list.Name, seed.Key,
        seed.Values.TryGetValue(ColumnDefinition.BuiltInTitle, out var title) ? title.ToString() : seed.Key,
        [.. seed.Values.Where(value => value.Key != ColumnDefinition.BuiltInTitle).Select(value => (value.Key, (SeedValue?)Plain(value.Value)))]);

    private static SeedValue Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => new SeedValue.Number(value.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new SeedValue.YesNo(value.GetBoolean()),
        _ => new SeedValue.Text(value.ToString()),
    };

    private static SeedRow Row(string list, string key, string title, params IEnumerable<(string Column, SeedValue? Value)> values) => new()
    {
        List = list,
        Key = key,
        Title = title,
        Values = values.Where(value => value.Value is not null).ToDictionary(value => value.Column, value => value.Value!),
    };

    private static SeedValue.Text? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : new SeedValue.Text(value);

    private static SeedValue.Day? Day(DateOnly? value) => value is { } day ? new SeedValue.Day(day) : null;

    private static SeedValue.Rows? One(string list, string? key) => key is null ? null : new SeedValue.Rows(list, [key], false);
}
