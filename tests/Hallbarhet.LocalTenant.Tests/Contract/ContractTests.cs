namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Every case of the table against the local tenant, as raw HTTP in memory.</summary>
public sealed class ContractTests(RawTargets targets) : IClassFixture<RawTargets>
{
    public static IEnumerable<TheoryDataRow<string>> All => ContractTable.All.Select(c => new TheoryDataRow<string>(c.Key) { TestDisplayName = c.Key });

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_local_tenant_answers_as_the_table_says(string key)
    {
        var given = ContractTable.Find(key);
        var (target, scratch) = targets.For(given);
        var at = await scratch.ForAsync(given);
        Facts.Check(at, await ContractTarget.SendAsync(await target.ClientAsync(given.As!.Value), at));
        ContractRuns.Ran(given, ContractRuns.Local);
    }
}
