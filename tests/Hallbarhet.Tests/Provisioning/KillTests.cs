using Hallbarhet.Provisioning;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>
/// A program that is killed right after a write, with the answer lost and nothing getting through any more. Started again, it ends
/// like a run that nothing disturbed.
/// </summary>
public sealed class KillTests
{
    private const int Sample = 20;

    /// <summary>So that a failure can be repeated.</summary>
    private const int Seed = 20261123;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_workspace_survives_a_kill_after_each_write()
    {
        using var data = SmallWorkspace.Create();
        var (writes, undisturbed) = await UndisturbedAsync(data.Folder);
        for (var nth = 1; nth <= writes; nth++)
            Differences(undisturbed, await KilledAsync(data.Folder, nth)).ShouldBeEmpty($"killed after write {nth} of {writes}");
    }

    [Fact]
    public async Task The_whole_workspace_survives_a_kill_after_any_of_a_sample_of_writes()
    {
        var (writes, undisturbed) = await UndisturbedAsync(null);
        var random = new Random(Seed);
        foreach (var nth in Enumerable.Range(0, Sample).Select(_ => random.Next(1, writes + 1)))
            Differences(undisturbed, await KilledAsync(null, nth)).ShouldBeEmpty($"killed after write {nth} of {writes}");
    }

    private static IEnumerable<string> Differences(string wanted, string actual) =>
        wanted == actual ? [] : wanted.Split('\n').Except(actual.Split('\n')).Select(line => "- " + line).Concat(actual.Split('\n').Except(wanted.Split('\n')).Select(line => "+ " + line)).DefaultIfEmpty("another order");

    private static async Task<(int Writes, string Dump)> UndisturbedAsync(string? data)
    {
        await using var tenant = await Tenant.StartAsync();
        // A rule that never strikes tells how many writes there were.
        using var provisioner = tenant.Open(data: data);
        var before = await tenant.WritesAsync();
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        var writes = await tenant.WritesAsync() - before;
        return (writes, await SiteDump.OfAsync(provisioner));
    }

    private static async Task<string> KilledAsync(string? data, int nth)
    {
        await using var tenant = await Tenant.StartAsync();
        await tenant.FaultsAsync(new { method = "write", path = "*", nth, times = 1, mode = "cut", thenDown = true });
        using (var killed = tenant.Open(data: data, wallClock: new ImpatientClock()))
        {
            try
            {
                (await killed.ApplyAsync(Cancellation)).IsDone.ShouldBeFalse($"write {nth}");
            }
            catch (Hallbarhet.Microsoft365.Http.Microsoft365Exception)
            {
                // Nothing gets through any more.
            }
        }
        (await tenant.FiredAsync()).ShouldBe([1], $"write {nth}");
        await tenant.FaultsAsync();
        using var provisioner = tenant.Open(data: data, wallClock: new ImpatientClock());
        var result = await provisioner.ApplyAsync(Cancellation);
        result.IsDone.ShouldBeTrue($"write {nth}: {string.Join(", ", result.Failures.Select(failure => failure.Change.Path + " " + failure.Message))}");
        return await SiteDump.OfAsync(provisioner);
    }
}
