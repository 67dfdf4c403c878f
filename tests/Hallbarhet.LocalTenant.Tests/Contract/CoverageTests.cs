using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The table is complete: every operation, every refusal, every case on record.</summary>
public sealed partial class CoverageTests
{
    private static readonly HashSet<string> Graph = [.. ContractTable.All.Where(c => c.Template.StartsWith("/v1.0/", StringComparison.Ordinal)).Select(Operation)];

    /// <summary>Operations that the Graph SDK has no builder for, or none that fits: the product sends them as raw requests too.</summary>
    private static readonly string[] WithoutBuilder =
    [
        "POST /v1.0/$batch", // BatchTests and SdkTests send whole batches
        "PATCH /v1.0/sites/{}/pages/{}/microsoft.graph.sitePage", "POST /v1.0/sites/{}/pages/{}/microsoft.graph.sitePage/publish",
        "GET /v1.0/drives/{}/items/{}/listItem/fields", "PATCH /v1.0/drives/{}/items/{}/listItem/fields",
    ];

    /// <summary>Operations that the service knows and never does.</summary>
    private static readonly string[] NeverDone = ["POST /sites/{}/_api/web/resetroleinheritance"];

    /// <summary>Whatever stands for an id: the table names the thing that a case makes, the tenant the kind of thing.</summary>
    private static string Operation(ContractCase given) => Shape(given.Operation);

    private static string Shape(string operation) => Name().Replace(operation, "{}");

    private static async Task<HashSet<string>> OperationsAsync()
    {
        await using var tenant = await TestTenant.BareAsync();
        var answer = await tenant.Raw.GetJsonAsync("/_tenant/operations");
        return [.. answer.Json["operations"]!.AsArray().Select(o => Shape($"{o!["method"]} {o["template"]}"))];
    }

    [Fact]
    public async Task Every_operation_of_the_tenant_has_a_good_and_a_bad_case()
    {
        var operations = await OperationsAsync();
        operations.Except(ContractTable.All.Where(c => c.IsGood).Select(Operation)).Except(NeverDone).ShouldBeEmpty("operations without a good case");
        operations.Except(ContractTable.All.Where(c => !c.IsGood).Select(Operation)).ShouldBeEmpty("operations without a bad case");
    }

    [Fact]
    public async Task No_case_is_about_an_operation_that_the_tenant_does_not_have()
    {
        var operations = await OperationsAsync();
        ContractTable.All.Select(Operation).Except(operations).ShouldBeEmpty();
    }

    [Fact]
    public void Every_operation_of_Graph_is_tried_through_the_SDK_good_and_bad_unless_it_has_no_builder()
    {
        var bySdk = ContractTable.All.Where(c => c.Sdk is not null).ToList();
        Graph.Except(bySdk.Where(c => c.IsGood).Select(Operation)).Except(WithoutBuilder).ShouldBeEmpty("no good case through the SDK");
        Graph.Except(bySdk.Where(c => !c.IsGood).Select(Operation)).Except(WithoutBuilder).ShouldBeEmpty("no bad case through the SDK");
        WithoutBuilder.Intersect(bySdk.Select(Operation)).ShouldBeEmpty("these have a builder");
    }

    [Fact]
    public void Every_case_has_a_sentence_of_its_own()
    {
        ContractTable.All.GroupBy(c => c.Key).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        ContractTable.All.Where(c => c.IsGood && (c.Findings.Length > 0 || c.Code is not null)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_case_is_on_record_and_no_record_is_without_its_case()
    {
        var recorded = ContractRuns.Read();
        const string How = "Run the contract tests with HALLBARHET_RECORD_CONTRACT=1.";
        ContractTable.All.Select(c => c.Key).Except(recorded.Select(r => r.Key)).ShouldBeEmpty(How);
        recorded.Select(r => r.Key).Except(ContractTable.All.Select(c => c.Key)).ShouldBeEmpty(How);
        ContractTable.All.Where(c => recorded[c.Key]![ContractRuns.Local] is null || (c.Sdk is not null && recorded[c.Key]![ContractRuns.Sdk] is null))
            .Select(c => c.Key).ShouldBeEmpty(How);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Name();
}
