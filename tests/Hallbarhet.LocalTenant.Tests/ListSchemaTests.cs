namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Changes of one list's columns must not overlap.</summary>
public sealed class ListSchemaTests
{
    private static JsonObject Part(TestList list, string id, string column, params string[] dependsOn) => new()
    {
        ["id"] = id,
        ["method"] = "POST",
        ["url"] = list.Address["/v1.0".Length..] + "/columns",
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = new JsonObject { ["name"] = column, ["text"] = new JsonObject() },
        ["dependsOn"] = new JsonArray([.. dependsOn.Select(d => (JsonNode)d)]),
    };

    private static async Task<List<string>> StatusesAsync(TestList list, params JsonObject[] parts)
    {
        var batch = new JsonObject { ["requests"] = new JsonArray([.. parts]) };
        var answer = await list.Tenant.AsSetup.SendJsonAsync("POST", "/v1.0/$batch", batch);
        return [.. answer.Json["responses"]!.AsArray().Select(r => $"{r!["status"]} {r["body"]?["error"]?["message"]?.ToString().Split('.')[0]}".Trim())];
    }

    [Fact]
    public async Task Two_columns_side_by_side_in_a_batch_answer_save_conflict()
    {
        await using var list = await TestList.StartAsync();
        (await StatusesAsync(list, Part(list, "1", "A"), Part(list, "2", "B"))).ShouldBe(["201", "409 Save Conflict"]);
        (await list.Tenant.AsSetup.GetJsonAsync(list.Address + "/columns/B")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Columns_in_a_chain_are_all_made()
    {
        await using var list = await TestList.StartAsync();
        (await StatusesAsync(list, Part(list, "1", "A"), Part(list, "2", "B", "1"), Part(list, "3", "C", "2"))).ShouldBe(["201", "201", "201"]);
    }

    [Fact]
    public async Task Two_columns_that_wait_for_the_same_one_still_overlap()
    {
        await using var list = await TestList.StartAsync();
        (await StatusesAsync(list, Part(list, "1", "A"), Part(list, "2", "B", "1"), Part(list, "3", "C", "1"))).ShouldBe(["201", "201", "409 Save Conflict"]);
    }

    [Fact]
    public async Task Columns_of_two_lists_do_not_meet()
    {
        await using var list = await TestList.StartAsync();
        var other = new TestList(list.Tenant, await list.Tenant.AddListAsync("Others"));
        (await StatusesAsync(list, Part(list, "1", "A"), Part(other, "2", "A"))).ShouldBe(["201", "201"]);
    }

    [Fact]
    public async Task A_conflict_is_a_conflict_when_the_journal_is_played_again()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("schema");
        var options = new LocalTenantOptions { InMemory = true, StateDir = folder.FullName };
        string columns;
        await using (var list = await TestList.StartAsync(options))
        {
            _ = await StatusesAsync(list, Part(list, "1", "A"), Part(list, "2", "B"));
            columns = list.Address + "/columns/";
        }
        await using var again = await TestTenant.BareAsync(options);
        (await again.AsSetup.GetJsonAsync(columns + "A")).Status.ShouldBe(200);
        (await again.AsSetup.GetJsonAsync(columns + "B")).Status.ShouldBe(404);
        folder.Delete(recursive: true);
    }
}
