using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.LocalTenant;
using Hallbarhet.Provisioning;
using Hallbarhet.Year.Checks;

namespace Hallbarhet.Acceptance.Tests.Support;

/// <summary>A tenant with the founded municipality, the workspace applied by IT, and the service running beside it.</summary>
public sealed class Scene : IAsyncLifetime
{
    /// <summary>The meeting day of most tests; its call goes out on <see cref="CallDay"/>.</summary>
    internal static readonly DateOnly MeetingDay = new(2026, 3, 12);

    internal static readonly DateOnly CallDay = new(2026, 2, 26);

    internal static readonly DateOnly DraftDay = new(2026, 3, 2);

    /// <summary>Where the tenant listens when the host is one that runs already and knows its tenant by address; otherwise a free port.</summary>
    private static readonly string? Address = Environment.GetEnvironmentVariable("HALLBARHET_TENANT");

    private readonly List<RunningHost> hosts = [];
    private LocalTenantServer tenant = null!;
    private HttpClient own = null!;

    /// <summary>Settings of the first host beyond those of every host.</summary>
    internal string[] HostSettings { get; init; } = [];

    internal Stage Stage { get; private set; } = null!;

    internal RunningHost Host => hosts[0];

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        tenant = await LocalTenantServer.StartAsync(Address is { Length: > 0 } url ? new LocalTenantOptions { Url = url } : new LocalTenantOptions(), ct);
        own = new HttpClient { BaseAddress = tenant.Address };
        Stage = new Stage(tenant.Address, new Content());
        await Stage.SetClockAsync(Stage.At(CallDay, 7));
        await Founding.BuildAsync(Stage);
        await ApplyAsync();
        await Year.Workspace.FindAsync(Stage);
        await StartHostAsync(HostSettings);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        Stage.Dispose();
        own.Dispose();
        await tenant.DisposeAsync();
    }

    /// <summary>What IT does: plan and apply the workspace.</summary>
    internal async Task ApplyAsync()
    {
        using var provisioner = WorkspaceProvisioner.ForLocalTenant(tenant.Address);
        var applied = await provisioner.ApplyAsync(TestContext.Current.CancellationToken);
        applied.IsDone.ShouldBeTrue(string.Join("; ", applied.Failures.Select(f => $"{f.Change.Path}: {f.Message}")));
    }

    internal async Task<RunningHost> StartHostAsync(params string[] settings)
    {
        var host = await RunningHost.StartAsync(tenant.Address, settings: settings);
        hosts.Add(host);
        return host;
    }

    internal Task<JobAnswer> RunAsync(string job) => Host.RunAsync(job);

    internal Task ClockAsync(DateOnly day, int hour, int minute = 0) => Stage.SetClockAsync(Stage.At(day, hour, minute));

    internal Task LaterAsync(int minutes) => Stage.SetClockAsync(Stage.Now.AddMinutes(minutes));

    internal async Task<ListRow> AddAsync(string person, string list, JsonObject fields) =>
        await Stage.Site.AddAsync(await Stage.AsAsync(person), list, fields);

    internal async Task SetAsync(string person, string list, int id, JsonObject fields) =>
        await Stage.Site.SetAsync(await Stage.AsAsync(person), list, id, fields);

    internal async Task<List<ListRow>> RowsAsync(string list) => await Stage.Site.RowsAsync(await Stage.AsAsync("karin"), list);

    internal async Task<ListRow> RowAsync(string list, int id) => (await RowsAsync(list)).Single(r => r.Id == id);

    /// <summary>A meeting that Karin has decided on, 13–15, unless the fields say otherwise.</summary>
    internal Task<ListRow> DecideMeetingAsync(string title, DateOnly? day = null, bool withEnd = true)
    {
        var fields = new JsonObject().Text("Title", title).Time("StartsAt", Stage.At(day ?? MeetingDay, 13))
            .Text("Place", "Stadshuset").Text("MeetingStatus", "Bestämt").Lookup("Chair", Stage.UserId("karin"));
        if (withEnd) fields.Time("EndsAt", Stage.At(day ?? MeetingDay, 15));
        return AddAsync("karin", "Meetings", fields);
    }

    /// <summary>Puts a script of faults in force; none takes the former away.</summary>
    internal async Task FaultAsync(params object[] rules)
    {
        using var answer = await own.PutAsJsonAsync("_tenant/faults", new { rules });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often each rule in force has struck.</summary>
    internal async Task<List<int>> FiredAsync() =>
        [.. (await Stage.TenantAsync("faults")).GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("fired").GetInt32())];

    /// <summary>Everything that reached an inbox.</summary>
    internal async Task<List<Delivery>> DeliveriesAsync() =>
        [.. (await Stage.TenantAsync("mail")).GetProperty("entries").EnumerateArray().Select(Delivery.From)];

    /// <summary>The mails in the group's Sent Items whose subject begins so, as Graph gives them.</summary>
    internal async Task<List<JsonElement>> SentAsync(string subject)
    {
        var mailbox = await Stage.AsAsync(Founding.ServiceMailbox);
        var all = await mailbox.ListAsync($"{mailbox.Me}/mailFolders/sentitems/messages?$select=id,subject,body,toRecipients,hasAttachments&$top=1000");
        return [.. all.Where(m => m.GetProperty("subject").GetString()!.StartsWith(subject, StringComparison.Ordinal))];
    }
}
