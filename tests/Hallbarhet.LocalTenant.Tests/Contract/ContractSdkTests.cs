using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The cases that the Graph SDK has builders for, through the real SDK over a socket.</summary>
public sealed class ContractSdkTests(SdkTargets targets) : IClassFixture<SdkTargets>
{
    public static IEnumerable<TheoryDataRow<string>> All =>
        ContractTable.All.Where(c => c.Sdk is not null).Select(c => new TheoryDataRow<string>(c.Key) { TestDisplayName = c.Key });

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_Graph_SDK_gets_what_the_table_says(string key)
    {
        var given = ContractTable.Find(key);
        var (target, scratch) = targets.For(given);
        var at = await scratch.ForAsync(given);
        using var client = new SdkClient(await target.ClientAsync(given.As!.Value), target.Tenant.Server.Address, at);
        var error = await Record.ExceptionAsync(() => given.Sdk!(client.Graph, at));
        Facts.Check(at, client.Last ?? throw new InvalidOperationException("The SDK sent nothing.", error));
        if (given.IsGood) error.ShouldBeNull();
        else error.ShouldBeAssignableTo<ApiException>()!.ResponseStatusCode.ShouldBe(given.Status);
        ContractRuns.Ran(given, ContractRuns.Sdk);
    }
}
