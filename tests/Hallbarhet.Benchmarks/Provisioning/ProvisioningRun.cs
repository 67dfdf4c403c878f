using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.LocalTenant;
using Hallbarhet.Provisioning;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>
/// What an apply from nothing and a plan that finds nothing cost, with a latency per request, beside the same work with one call per
/// object. Exits 1 when a figure is above its limit.
/// </summary>
internal static class ProvisioningRun
{
    private const int MostForApply = 40;
    private const int MostForPlan = 8;
    private const double MostOverChain = 1.3;
    private const double MostOverUnits = 1.1;
    private const int Runs = 7;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync()
    {
        // The first run is slow for reasons of its own: nothing is compiled yet. The best of the others, as others use the machine too.
        await MeasureAsync(TimeSpan.Zero, oneByOne: false);
        List<Figures> runs = [];
        for (var run = 0; run < Runs; run++)
            runs.Add(await MeasureAsync(Latency, oneByOne: false));
        var (apply, plan, ideal, objects) = runs.MinBy(run => run.Apply.Seconds)!;
        var (sequential, sequentialPlan, _, _) = await MeasureAsync(Latency, oneByOne: true);
        var chain = apply.Chain * Latency.TotalSeconds;
        List<bool> held =
        [
            Line("round trips, apply from nothing", apply.Trips, MostForApply, sequential.Trips),
            Line("round trips, plan with nothing to do", plan.Trips, MostForPlan, sequentialPlan.Trips),
            Line("wall time at 100 ms a request, seconds", apply.Seconds, MostOverChain * chain, sequential.Seconds),
            Line("wall time / longest chain", apply.Seconds / chain, MostOverChain, sequential.Seconds / chain),
            Line("resource units, apply from nothing", apply.Units, MostOverUnits * ideal, sequential.Units),
            Line("resource units / least possible", apply.Units / (double)ideal, MostOverUnits, sequential.Units / (double)ideal),
        ];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Longest chain: {apply.Chain} round trips. Least possible: {objects} objects with one write each and two reads a list, {ideal} units."));
        return held.All(holds => holds) ? 0 : 1;
    }

    private static bool Line(string what, double ours, double limit, double sequential)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {ours,8:0.##}   limit {limit,8:0.##} {(ours <= limit ? "held " : "BROKEN")}   one call per object {sequential,8:0.##}"));
        return ours <= limit;
    }

    private static async Task<Figures> MeasureAsync(TimeSpan latency, bool oneByOne)
    {
        await using var server = await LocalTenantServer.StartAsync(new() { InMemory = true });
        using var handler = server.CreateHandler();
        using var control = new HttpClient(handler, disposeHandler: false) { BaseAddress = server.Address };
        await FoundAsync(control, server.Address);
        using var wire = new SlowWire(handler, latency);
        using HttpMessageHandler way = oneByOne ? new OneCallPerObject(wire) : wire;
        using var provisioner = WorkspaceProvisioner.ForLocalTenant(server.Address, transport: way);
        var apply = await CostAsync(control, wire, 0, async () => Demand((await provisioner.ApplyAsync(default)).IsDone));
        var plan = await CostAsync(control, wire, wire.Trips.Count, async () => Demand((await provisioner.PlanAsync(default)).IsEmpty));
        return new Figures(apply, plan, IdealUnits.Of(provisioner.Target), IdealUnits.Objects(provisioner.Target));
    }

    private static async Task<Cost> CostAsync(HttpClient control, SlowWire wire, int from, Func<Task> act)
    {
        var units = await UnitsAsync(control);
        var watch = Stopwatch.StartNew();
        await act();
        var seconds = watch.Elapsed.TotalSeconds;
        var trips = wire.Trips.Skip(from).ToList();
        return new Cost(trips.Count, seconds, LongestChain.Of(trips), await UnitsAsync(control) - units);
    }

    private static void Demand(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException("The site is not as the data says, so there is nothing to measure.");
    }

    private static async Task<int> UnitsAsync(HttpClient control) => (await control.GetFromJsonAsync<JsonElement>("_tenant/log"))
        .GetProperty("identities").TryGetProperty("setup", out var setup) ? setup.GetProperty("resourceUnits").GetInt32() : 0;

    /// <summary>The people of the example group, and an empty group with its site.</summary>
    private static async Task FoundAsync(HttpClient control, Uri address)
    {
        using var answer = await control.PostAsJsonAsync("_tenant/token", new { user = "admin@trollhattan.example" });
        control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        List<string> owners = [];
        var file = WorkspaceFolder.LoadGroup(WorkspaceFolder.ExampleGroup);
        foreach (var member in file.Members)
        {
            using var user = await control.PostAsJsonAsync("v1.0/users", new
            {
                accountEnabled = true,
                displayName = member.Name,
                mailNickname = member.Key,
                userPrincipalName = member.Upn,
                mail = member.Upn,
                passwordProfile = new { password = "Not-used-1234" },
            });
            if (member.Role == MemberEntry.Strategist)
                owners.Add($"{address}v1.0/users/{(await user.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}");
        }
        using var group = await control.PostAsJsonAsync("v1.0/groups", new Dictionary<string, object>
        {
            ["displayName"] = file.DisplayName,
            ["mailNickname"] = file.MailNickname,
            ["mailEnabled"] = true,
            ["securityEnabled"] = false,
            ["groupTypes"] = (string[])["Unified"],
            ["owners@odata.bind"] = owners,
        });
        group.EnsureSuccessStatusCode();
    }

    private sealed record Cost(int Trips, double Seconds, int Chain, int Units);

    private sealed record Figures(Cost Apply, Cost Plan, int Ideal, int Objects);
}
