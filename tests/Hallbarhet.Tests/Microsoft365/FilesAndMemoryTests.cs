using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;
using Hallbarhet.Microsoft365.Lists;
using Hallbarhet.Microsoft365.State;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class FilesAndMemoryTests : IAsyncLifetime
{
    private const string Folder = "2026/2026-03-12 Möte 3 #1";
    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task A_folder_is_made_with_those_above_it_and_taken_when_it_is_there()
    {
        var first = await tenant.Files.EnsureFolderAsync(GroupLibrary.MeetingDocuments, "2026/Möte åäö", Ct);
        var second = await tenant.Files.EnsureFolderAsync(GroupLibrary.MeetingDocuments, "2026/Möte åäö", Ct);

        second.ShouldBe(first);
        Uri.UnescapeDataString(first).ShouldEndWith("/MeetingDocuments/2026/Möte åäö");
    }

    [Theory]
    [InlineData("Möte 100 %/Anteckningar + bilaga 1.txt", 10)]
    [InlineData("Kort.txt", 0)]
    [InlineData("Stor/fil.bin", 4_500_000)]
    public async Task A_file_is_read_back_as_it_was_saved_and_replaced_by_the_next(string path, int length)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);

        var first = await tenant.Files.SaveAsync(GroupLibrary.Drafts, path, content, Ct);
        var second = await tenant.Files.SaveAsync(GroupLibrary.Drafts, path, content, Ct);

        second.ShouldBe(first);
        (await tenant.Files.ReadAsync(GroupLibrary.Drafts, path, Ct)).ShouldBe(content);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_one_that_cannot_be_converted_are_nothing()
    {
        await tenant.Files.SaveAsync(GroupLibrary.ReportFiles, "Rapport.docx", Encoding.UTF8.GetBytes("inte Word"), Ct);

        (await tenant.Files.ReadAsync(GroupLibrary.ReportFiles, "Saknas.docx", Ct)).ShouldBeNull();
        (await tenant.Files.ReadAsPdfAsync(GroupLibrary.ReportFiles, "Rapport.docx", Ct)).ShouldBeNull();
        (await tenant.Files.ReadAsPdfAsync(GroupLibrary.ReportFiles, "Saknas.docx", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_locked_file_waits_for_the_next_run()
    {
        await tenant.FaultAsync("""{"method":"PUT","path":"/v1.0/drives/*/root:/*:/content","mode":"refuse","status":423}""", Ct);

        await Should.ThrowAsync<ServiceUnavailableException>(() => tenant.Files.SaveAsync(GroupLibrary.Drafts, "Utkast.docx", [1], Ct));
    }

    [Fact]
    public async Task Two_instances_do_not_hold_the_same_lease()
    {
        using var other = tenant.Connect();
        var second = new GraphJobMemory(new GroupSite(other), tenant.Clock);

        var leases = await Task.WhenAll(
            tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct),
            second.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct));

        leases.Count(l => l is not null).ShouldBe(1);
        (await second.TryLeaseAsync("PlanYear", TimeSpan.FromMinutes(10), Ct)).ShouldNotBeNull();
        await leases.Single(l => l is not null)!.DisposeAsync();
        (await second.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lease_that_was_never_given_back_ends_after_its_time_and_its_holder_cannot_end_the_next()
    {
        var forgotten = await tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct);
        (await tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct)).ShouldBeNull();
        tenant.Clock.Advance(TimeSpan.FromMinutes(11));

        (await tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct)).ShouldNotBeNull();

        await forgotten!.DisposeAsync();
        (await tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData("after", 504)]
    [InlineData("cut", 0)]
    public async Task A_lease_whose_answer_got_lost_is_recognised_as_ones_own(string mode, int status)
    {
        await tenant.Lists.ReadAsync(GroupList.None, Ct);
        await tenant.FaultAsync($$"""{"method":"PUT","path":"/v1.0/drives/*/root:/*:/content","nth":1,"times":1,"mode":"{{mode}}","status":{{status}}}""", Ct);

        (await tenant.Memory.TryLeaseAsync("SendAgendas", TimeSpan.FromMinutes(10), Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Failures_and_notes_come_back_with_the_next_look()
    {
        var at = tenant.Clock.GetUtcNow();
        var longest = new string('å', 4000);
        await tenant.Memory.RememberAsync(new Dictionary<string, Failure?>
        {
            ["SendAgendas/Meeting/3"] = new(1, "Kort", at),
            ["PlanYear/Meeting/4"] = new(2, longest, at),
        }, Ct);
        await tenant.Memory.NoteAsync("WeeklyDigest/page", "abc", Ct);
        await tenant.Memory.NoteAsync("WeeklyDigest/week", "2026-W10", Ct);
        await tenant.Memory.RememberAsync(new Dictionary<string, Failure?> { ["SendAgendas/Meeting/3"] = null }, Ct);
        await tenant.Memory.NoteAsync("WeeklyDigest/page", null, Ct);

        var memory = (await tenant.Lists.ReadAsync(GroupList.None, Ct)).Memory;

        memory.SchemaVersion.ShouldBe(1);
        memory.Failures.Single().ShouldBe(new("PlanYear/Meeting/4", new Failure(2, longest, at)));
        memory.Notes.Single().ShouldBe(new("WeeklyDigest/week", "2026-W10"));
    }

    [Fact]
    public async Task Two_writers_of_one_file_lose_nothing()
    {
        using var other = tenant.Connect();
        var second = new GraphJobMemory(new GroupSite(other), tenant.Clock);

        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => (n % 2 == 0 ? tenant.Memory : second).NoteAsync($"PlanYear/{n}", "x", Ct)));

        (await tenant.Lists.ReadAsync(GroupList.None, Ct)).Memory.Notes.Count.ShouldBe(4);
    }
}
