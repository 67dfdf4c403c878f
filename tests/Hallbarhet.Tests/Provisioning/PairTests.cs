using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hallbarhet.Tests.Workspace;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Drift;
using Shouldly;
using Xunit;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>Any data after any other: apply the one, then the other, and the second plan of the other is empty.</summary>
public sealed class PairTests
{
    private const int Pairs = 12;

    private static readonly string[] Types = ["text", "note", "date", "number", "yesNo"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_any_data_any_other_can_be_applied_and_what_is_the_users_stays()
    {
        // The seed is fixed so that a failure can be repeated.
        var pairs = Gen.Choose(0, int.MaxValue - 1).Two().Sample(Pairs, Pairs);
        foreach (var (first, second) in pairs)
            await TryAsync(first, second);
    }

    private static async Task TryAsync(int first, int second)
    {
        await using var tenant = await Tenant.StartAsync();
        using var one = Variant(first);
        using var other = Variant(second);
        using (var provisioner = tenant.Open(data: one.Folder))
        {
            var applied = await provisioner.ApplyAsync(Cancellation);
            applied.Failures.ShouldBeEmpty($"first {first}");
            applied.Remaining.Changes.ShouldBeEmpty($"first {first}");
            var hands = new HandWork(provisioner);
            await hands.AddColumnAsync("Members", new Models.ColumnDefinition { Name = "Egen", DisplayName = "Egen", Text = new Models.TextColumn() });
            await hands.MergeAsync("Members", "/views/getbytitle('Alla')", new { RowLimit = 7 });
        }
        using var again = tenant.Open(data: other.Folder);
        var result = await again.ApplyAsync(Cancellation, new ApplyOrder { AllowDataLoss = true });
        result.Remaining.Changes.ShouldBeEmpty($"{first} then {second}");
        (await again.PlanAsync(Cancellation)).Changes.ShouldBeEmpty($"{first} then {second}");
        var site = new HandWork(again);
        (await site.ListAsync("Members")).Columns!.ShouldContain(column => column.Name == "Egen");
        (await site.GetAsync("Members", "views/getbytitle('Alla')")).GetProperty("RowLimit").GetInt32().ShouldBe(7);
    }

    /// <summary>The small workspace with columns of any kind, with or without index, and a view on them.</summary>
    private static DataFolder Variant(int seed)
    {
        var random = new Random(seed);
        var data = SmallWorkspace.Create();
        var file = data.Path("lists/organisation.json");
        var list = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var columns = list["columns"]!.AsArray();
        var names = Enumerable.Range(0, random.Next(1, 5)).Select(number => $"Extra{number}").ToList();
        foreach (var name in names)
            columns.Add(Column(name, random));
        list["views"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "Extra",
            ["title"] = "Extra",
            ["columns"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
            ["limit"] = random.Next(10, 100),
        });
        list["title"] = random.Next(2) == 0 ? "Förvaltningar och mottagare" : "Organisation (ny)";
        File.WriteAllText(file, DataText.Of(list));
        return data;
    }

    private static JsonObject Column(string name, Random random)
    {
        if (random.Next(3) == 0)
        {
            return new JsonObject
            {
                ["name"] = name,
                ["title"] = name,
                ["type"] = "choice",
                ["choices"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(number => JsonValue.Create($"Val {number}"))]),
            };
        }
        var type = Types[random.Next(Types.Length)];
        return new JsonObject { ["name"] = name, ["title"] = name, ["type"] = type, ["indexed"] = type != "note" && type != "yesNo" && random.Next(2) == 0 };
    }
}
