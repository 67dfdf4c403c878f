namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The cases that are safe to try on a real tenant, when one is configured.</summary>
public sealed class ContractRealTests(RealTargets targets) : IClassFixture<RealTargets>
{
    private const string NotConfigured = "No real tenant is configured: set HALLBARHET_TENANT (docs/verification.md). Nothing of the contract was tried on one.";

    public static IEnumerable<TheoryDataRow<string>> All => RealTenant.Configured is null
        ? [new TheoryDataRow<string>("") { TestDisplayName = NotConfigured }]
        : Safe.Select(c => new TheoryDataRow<string>(c.Key) { TestDisplayName = c.Key });

    /// <summary>What the tenant refuses only because the product does not need it is no promise of the service.</summary>
    private static IEnumerable<ContractCase> Safe => ContractTable.All.Where(c =>
        c.Safe && RealTarget.Callers.Contains(c.As!.Value) && c.Status != 501 && (c.IsGood || c.Differs is null));

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_service_answers_as_the_table_says(string key)
    {
        Assert.SkipWhen(RealTenant.Configured is null, NotConfigured);
        var given = ContractTable.Find(key);
        var at = await targets.Scratch.ForAsync(given);
        Facts.Check(at, await ContractTarget.SendAsync(await targets.Target.ClientAsync(given.As!.Value), at));
        ContractRuns.Ran(given, ContractRuns.Tenant);
    }

    [Fact]
    public void Only_what_needs_no_person_and_no_promise_of_ours_runs_on_a_real_tenant()
    {
        Safe.Count().ShouldBeGreaterThan(200);
        Safe.Select(c => c.Area).ShouldNotContain("Planner", "plans of people are not touched");
        Safe.Where(c => c.Template.EndsWith("/send", StringComparison.Ordinal) || c.Template.EndsWith("/sendMail", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

/// <summary>Connects when a tenant is configured, and takes away what was made.</summary>
public sealed class RealTargets : IAsyncLifetime
{
    internal RealTarget Target { get; private set; } = null!;

    internal Scratch Scratch { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (RealTenant.Configured is not { } tenant) return;
        Target = await RealTarget.StartAsync(tenant);
        Scratch = new(Target);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Target is null) return;
        await Target.DisposeAsync();
        ContractRuns.Write();
    }
}
