using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>
/// The answers have the property names of SharePoint Online's own. Recordings/names.json holds, for every recorded exchange that this
/// tenant answers, the names alone; what was recorded and is refused here (content types, site columns, the top menu, writing of
/// files and permission levels) is not in it.
/// </summary>
public sealed class SharePointShapeTests
{
    /// <summary>Recorded names that are left out of the answers, and why.</summary>
    private static readonly (string Ending, string Why)[] LeftOut =
    [
        (".CustomOrder", "in answers since 2022, but not in the metadata of 2024 that traffic is judged by"),
        ("CustomOrder", "as above, of a single view"),
        ("ExistsAllowThrowForPolicyFailures", "of newer folders only; nothing reads it"),
        ("Row[].FileRef.urlencode", "the same address in another writing"),
        ("Row[].FileRef.urlencodeasurl", "the same address in another writing"),
        ("Row[].FileRef.urlencoding", "the same address in another writing"),
        ("Row[].FileRef.scriptencodeasurl", "the same address in another writing"),
        ("Row[].SMTotalSize", "sizes and counters of a row that nothing reads"),
        ("Row[]._CommentFlags", "there are no comments"),
        ("Row[]._CommentCount", "there are no comments"),
        ("Row[].ItemChildCount", "sizes and counters of a row that nothing reads"),
        ("Row[].FolderChildCount", "sizes and counters of a row that nothing reads"),
        ("Row[].ScopeId", "an internal number of the row's rights"),
        ("Row[].Restricted", "an internal mark of the row's rights"),
    ];

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PATCH web"] = """{"__metadata":{"type":"SP.Web"},"Description":"x"}""",
        ["PATCH list"] = """{"__metadata":{"type":"SP.List"},"Description":"x"}""",
        ["PATCH field"] = """{"__metadata":{"type":"SP.Field"},"Title":"x"}""",
        ["PATCH view"] = """{"__metadata":{"type":"SP.View"},"ViewType2":"NONE"}""",
        ["PATCH node"] = """{"__metadata":{"type":"SP.NavigationNode"},"Title":"x"}""",
        ["PATCH group"] = """{"__metadata":{"type":"SP.Group"},"Description":"x"}""",
        ["lists 201"] = """{"__metadata":{"type":"SP.List"},"BaseTemplate":100,"Title":"Ny"}""",
        ["lists 500"] = """{"__metadata":{"type":"SP.List"},"BaseTemplate":100,"Title":"Möten"}""",
        ["ensureuser"] = $$"""{"logonName":"i:0#.f|membership|{{TestTenant.Omar}}"}""",
        ["addvalidateupdateitemusingpath"] = """{"formValues":[{"FieldName":"Title","FieldValue":"x"}]}""",
        ["validateupdatelistitem"] = """{"formValues":[{"FieldName":"Title","FieldValue":"x"}]}""",
        ["createfieldasxml Text"] = """{"parameters":{"SchemaXml":"<Field Type='Text' DisplayName='x'/>","Options":0}}""",
        ["createfieldasxml Note"] = """{"parameters":{"SchemaXml":"<Field Type='Note' DisplayName='x'/>","Options":0}}""",
        ["getitems"] = """{"query":{"__metadata":{"type":"SP.CamlQuery"},"ViewXml":"<View/>"}}""",
        ["renderlistdataasstream"] = """{"parameters":{"RenderOptions":2,"ViewXml":"<View/>"}}""",
        ["addviewfield"] = """{"strField":"Place"}""",
        ["removeviewfield"] = """{"strField":"Title"}""",
        ["moveviewfieldto"] = """{"field":"Title","index":0}""",
        ["add"] = """{"parameters":{"__metadata":{"type":"SP.ViewCreationInformation"},"Title":"x","ViewTypeKind":0,"ViewType2":"NONE"}}""",
        ["quicklaunch 201"] = """{"__metadata":{"type":"SP.NavigationNode"},"Title":"x","Url":"/x"}""",
        ["children 201"] = """{"__metadata":{"type":"SP.NavigationNode"},"Title":"x","Url":"/x"}""",
        ["sitegroups 201"] = """{"__metadata":{"type":"SP.Group"},"Title":"x"}""",
        ["users 201"] = $$"""{"__metadata":{"type":"SP.User"},"LoginName":"{{TestTenant.Omar}}"}""",
    };

    public static TheoryData<string> Recorded => [.. Rows().Select(Key)];

    private static IEnumerable<JsonObject> Rows() =>
        JsonNode.Parse(File.ReadAllText(Contract.Source.At("tests", "Hallbarhet.LocalTenant.Tests", "Recordings", "names.json")))!.AsArray().OfType<JsonObject>();

    private static string Key(JsonObject row) => $"{row["operation"]} {row["variant"]}{row["query"]} {row["status"]}";

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task An_answer_has_the_names_of_the_recorded_one(string recorded)
    {
        var row = Rows().Single(r => Key(r) == recorded);
        await using var tenant = await RestTenant.StartAsync();
        var places = await FurnishAsync(tenant);
        var (method, operation) = row["operation"]!.ToString().Split(' ', 2) is [var m, var o] ? (m, o) : throw new InvalidOperationException(recorded);
        var status = row["status"]!.GetValue<int>();
        var path = Path(operation, places, status, (string?)row["variant"]);
        var answer = await tenant.Setup.RestAsync(method, path + Query(operation, row, path), Body(method, operation, row), Rest.Verbose, ("If-Match", "*"));
        answer.Status.ShouldBe(status, answer.Text);
        var expected = row["names"]!.AsArray().Select(n => n!.ToString()).Where(n => !LeftOut.Any(l => n.EndsWith(l.Ending, StringComparison.Ordinal))).ToList();
        if (expected.Count == 0 && row["names"]!.AsArray().Count == 0 && method != "GET") answer.Text.ShouldBeEmpty();
        else expected.Except(Names(answer.Json, "")).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_was_recorded_is_named_as_left_out()
    {
        var names = Rows().SelectMany(r => r["names"]!.AsArray()).Select(n => n!.ToString()).ToHashSet();
        LeftOut.Where(l => !names.Any(n => n.EndsWith(l.Ending, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, string>> FurnishAsync(RestTenant tenant)
    {
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, "<Field Type='Text' DisplayName='Plats' Name='Place' />");
        for (var n = 0; n < 2; n++) _ = await tenant.Setup.CallAsync(list + "/AddValidateUpdateItemUsingPath", Bodies["addvalidateupdateitemusingpath"]);
        foreach (var securable in (string[])[list, list + "/items(1)"])
            _ = await tenant.Setup.CallAsync(securable + "/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)");
        var node = (await tenant.Setup.CallAsync("web/navigation/quicklaunch", """{"Title":"a","Url":"/a"}""")).Json["Id"]!.ToString();
        _ = await tenant.Setup.CallAsync($"web/navigation/getnodebyid({node})/children", """{"Title":"b","Url":"/b"}""");
        var user = (await tenant.Setup.CallAsync("web/sitegroups(5)/users", $$"""{"LoginName":"{{TestTenant.Karin}}"}""")).Json["Id"]!.ToString();
        var library = (await tenant.Setup.ReadAsync("web/lists/getbytitle('Dokument')?$select=Id")).Json["Id"];
        _ = await tenant.Graph.AsSetup.SendBytesAsync("PUT", $"{tenant.Graph.Sites}/lists/{library}/drive/root:/2026/a.txt:/content", [1]);
        return new() { ["web/lists({list})"] = list, ["(node)"] = $"({node})", ["users({user})"] = $"users/getbyid({user})" };
    }

    private static string Path(string operation, Dictionary<string, string> places, int status, string? variant)
    {
        if (operation == "web/lists({list})" && status == 404) return "web/lists/getbytitle('Nope')";
        if (variant == "none") places["(node)"] = "('0')";
        foreach (var (name, place) in places) operation = operation.Replace(name, place, StringComparison.Ordinal);
        return operation.Replace("({item})", "(1)", StringComparison.Ordinal).Replace("({group})", "/getbyid(5)", StringComparison.Ordinal)
            .Replace("views({view})", "views/getbytitle('Alla objekt')", StringComparison.Ordinal)
            .Replace("({field})", "/getbyinternalnameortitle('Place')", StringComparison.Ordinal)
            .Replace("({principal})", "/getbyprincipalid(5)", StringComparison.Ordinal)
            .Replace("removeroleassignment(principalid,roledefid)", "removeroleassignment(principalid=5,roledefid=1073741830)", StringComparison.Ordinal)
            .Replace("(principalid,roledefid)", "(principalid=5,roledefid=1073741827)", StringComparison.Ordinal)
            .Replace("(copyRoleAssignments,clearSubscopes)", "(copyRoleAssignments=false,clearSubscopes=true)", StringComparison.Ordinal)
            .Replace("(decodedUrl)", "(decodedUrl=@u)", StringComparison.Ordinal);
    }

    private static string Query(string operation, JsonObject row, string path)
    {
        var query = (string?)row["query"] ?? (operation == "web/lists({list})/items" ? "$top=1" : "");
        if (path.EndsWith("@u)", StringComparison.Ordinal))
        {
            const string Folder = $"/sites/{TestTenant.SiteName}/Shared Documents/2026";
            var address = (row["status"]!.GetValue<int>(), operation.Contains("file", StringComparison.Ordinal)) switch
            {
                (400, _) => "/sites/modern/x",
                (404, _) => Folder + "/nope",
                (_, true) => Folder + "/a.txt",
                _ => Folder,
            };
            query = $"@u='{Uri.EscapeDataString(address)}'";
        }
        return query.Length == 0 ? "" : "?" + query;
    }

    private static string? Body(string method, string operation, JsonObject row)
    {
        if (method is "GET" or "DELETE") return null;
        var last = operation.Split('/')[^1];
        if (method == "PATCH")
            return Bodies["PATCH " + (last.Contains('{', StringComparison.Ordinal) ? last.Split('{', '}')[1] : last == "web" ? "web" : "node")];
        return Bodies.GetValueOrDefault($"{last} {row["variant"]}".Trim()) ?? Bodies.GetValueOrDefault($"{last} {row["status"]}");
    }

    private static IEnumerable<string> Names(JsonNode? node, string path) => node switch
    {
        JsonObject inner when inner.Count > 0 => inner.SelectMany(m => Names(m.Value, path.Length == 0 ? m.Key : $"{path}.{m.Key}")),
        JsonArray items => items.SelectMany(i => Names(i, path + "[]")),
        _ => [path],
    };
}
