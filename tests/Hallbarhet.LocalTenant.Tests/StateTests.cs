namespace Hallbarhet.LocalTenant.Tests;

/// <summary>What a state folder brings back, and what the seed repeats.</summary>
public sealed class StateTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("tenant-state").FullName;

    private LocalTenantOptions Kept => new() { InMemory = true, StateDir = folder };

    private string JournalName => Path.Combine(folder, "journal.jsonl");

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_restart_brings_back_everything_that_can_be_read()
    {
        string before;
        await using (var tenant = await TestTenant.StartAsync(Kept))
        {
            await Everything.WriteAsync(tenant);
            before = await Dump.OfAsync(tenant);
        }
        before.ShouldContain("Strateger");
        await using var again = await TestTenant.BareAsync(Kept);
        (await Dump.OfAsync(again)).ShouldBe(before);
        again.Server.Restored!.ShouldEndWith(JournalName);
    }

    [Fact]
    public async Task What_was_begun_before_a_restart_goes_on_after_it()
    {
        string upload;
        await using (var tenant = await TestTenant.StartAsync(Kept))
        {
            upload = (await tenant.AsRuntime.SendTextAsync("POST", $"{tenant.Sites}/drive/root:/big.bin:/createUploadSession", "{}")).Json["uploadUrl"]!.ToString();
            _ = await tenant.Raw.SendBytesAsync("PUT", upload, new byte[327_680], ("Content-Range", "bytes 0-327679/327690"));
        }
        await using var again = await TestTenant.BareAsync(Kept);
        (await again.Raw.GetJsonAsync(upload)).Json["nextExpectedRanges"]![0]!.ToString().ShouldStartWith("327680-");
        (await again.Raw.SendBytesAsync("PUT", upload, new byte[10], ("Content-Range", "bytes 327680-327689/327690"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_tenant_that_was_killed_while_writing_a_line_loses_that_line_alone_and_says_so()
    {
        string before;
        await using (var tenant = await TestTenant.StartAsync(Kept))
        {
            await Everything.WriteAsync(tenant);
            before = await Dump.OfAsync(tenant);
        }
        await File.AppendAllTextAsync(JournalName, """{"caller":"runtime","method":"POST","path":"/v1.0/us""", TestContext.Current.CancellationToken);
        await using (var again = await TestTenant.BareAsync(Kept))
        {
            (await Dump.OfAsync(again)).ShouldBe(before);
            again.Server.Restored!.ShouldContain("""dropped the last line, which was cut off: {"caller":"runtime","method":"POST","path":"/v1.0/us""");
            _ = await again.AddUserAsync("nils.utanfor@trollhattan.example", "Nils Utanför");
        }
        await using var third = await TestTenant.BareAsync(Kept);
        third.Server.Restored!.ShouldNotContain("dropped");
        (await third.AsSetup.GetJsonAsync("/v1.0/users/nils.utanfor@trollhattan.example")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_write_is_kept_before_its_answer_goes_out()
    {
        await using var tenant = await TestTenant.StartAsync(Kept);
        _ = await tenant.AddListAsync("Meetings");
        await using var file = new FileStream(JournalName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n')[^1].ShouldContain("/lists");
    }

    [Theory]
    [InlineData("\"tenant\":\"", "\"tenant\":\"0", "written by another version of the local tenant")]
    [InlineData("\"seed\":2026", "\"seed\":1", "was written with --seed 1 --now")]
    [InlineData("\"start\":\"2026", "\"start\":\"2025", "was written with --seed 2026 --now 2025")]
    [InlineData("\n{\"caller\"", "\n{\"caller", "line 2: not readable")]
    public async Task A_journal_that_this_tenant_cannot_do_again_is_refused_with_the_reason(string there, string changed, string words)
    {
        await using (await TestTenant.StartAsync(Kept))
        {
        }
        var text = await File.ReadAllTextAsync(JournalName, TestContext.Current.CancellationToken);
        var at = text.IndexOf(there, StringComparison.Ordinal);
        await File.WriteAllTextAsync(JournalName, text[..at] + changed + text[(at + there.Length)..], TestContext.Current.CancellationToken);
        var error = await Should.ThrowAsync<InvalidOperationException>(() => LocalTenantServer.StartAsync(Kept, TestContext.Current.CancellationToken));
        error.Message.ShouldContain(words);
        error.Message.ShouldContain("folder");
    }

    [Fact]
    public async Task Two_tenants_with_one_seed_that_are_asked_the_same_answer_the_same()
    {
        await using var one = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        await using var two = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        await using var other = await TestTenant.StartAsync(new() { InMemory = true, Seed = 8 });
        foreach (var tenant in (TestTenant[])[one, two, other]) await Everything.WriteAsync(tenant);
        var dump = await Dump.OfAsync(one);
        (await Dump.OfAsync(two)).ShouldBe(dump);
        (await Dump.OfAsync(other)).ShouldNotBe(dump);
    }

    [Fact]
    public async Task Reading_changes_nothing_that_a_later_write_would_show()
    {
        await using var one = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        await using var two = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        using (var omar = await two.AsAsync(TestTenant.Omar))
            foreach (var path in (string[])[two.Sites, two.Sites + "/lists", two.Sites + "/drive/root/children", "/v1.0/me/messages"]) _ = await omar.GetJsonAsync(path);
        foreach (var tenant in (TestTenant[])[one, two]) await Everything.WriteAsync(tenant);
        (await Dump.OfAsync(two)).ShouldBe(await Dump.OfAsync(one));
    }
}
