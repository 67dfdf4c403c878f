namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>Faults that a test plans. Disposed, it fails the test when one of them never struck, which would have proved nothing.</summary>
internal sealed class PlannedFaults(TestTenant tenant) : IAsyncDisposable
{
    public static async Task<PlannedFaults> PutAsync(TestTenant tenant, params string[] rules)
    {
        var answer = await tenant.PutFaultsAsync(string.Join(',', rules));
        answer.Status.ShouldBe(200, answer.Text);
        return new(tenant);
    }

    public async Task<int[]> FiredAsync() => [.. (await tenant.Raw.GetJsonAsync("/_tenant/faults")).Json["rules"]!.AsArray().Select(r => r!["fired"]!.GetValue<int>())];

    public async ValueTask DisposeAsync() => (await FiredAsync()).ShouldAllBe(fired => fired > 0, "a planned fault never struck");
}
