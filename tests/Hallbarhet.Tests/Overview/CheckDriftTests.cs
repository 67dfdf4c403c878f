using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Overview;
using Hallbarhet.Tests.Building;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Overview;

public sealed class CheckDriftTests
{
    private readonly GroupOnPaper group = new();
    private readonly IWorkspaceDrift drift = Substitute.For<IWorkspaceDrift>();

    public CheckDriftTests()
    {
        group.Settings = group.Settings with { ItAddress = "it@trollhattan.example" };
        drift.DifferencesAsync(default).ReturnsForAnyArgs(["List Meetings: column AgendaStatus is gone."]);
    }

    private CheckDrift Job => new(drift, group.Memory, group.SendOnce, group.Settings, group.Time);

    [Fact]
    public async Task It_gets_one_mail_a_month_with_what_differs()
    {
        await group.RunTwiceAsync(Job);
        group.At("2026-02-20");
        await group.RunTwiceAsync(Job);
        group.At("2026-03-02");
        await group.RunTwiceAsync(Job);

        group.Mails.Select(m => m.Key).ShouldBe(["M12/2026-02", "M12/2026-03"]);
        ((ItMail)group.Mails[0].Content).Drift.ShouldBe(["List Meetings: column AgendaStatus is gone."]);
        await drift.ReceivedWithAnyArgs(2).DifferencesAsync(default);
    }

    [Fact]
    public async Task A_site_without_drift_is_checked_and_nobody_is_mailed()
    {
        drift.DifferencesAsync(default).ReturnsForAnyArgs([]);

        await group.RunTwiceAsync(Job);

        group.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-04-03", true, "60 days")]
    [InlineData("2026-04-04", false, "61 days")]
    [InlineData("2026-01-31", true, "expired already")]
    public async Task What_expires_soon_is_told(string last, bool told, string reason)
    {
        drift.DifferencesAsync(default).ReturnsForAnyArgs([]);
        group.Settings = group.Settings with { Expires = new Dictionary<string, DateOnly> { ["Certificate"] = GroupOnPaper.Day(last) } };

        await group.RunTwiceAsync(Job);

        (group.Mails.Count > 0).ShouldBe(told, reason);
    }

    [Fact]
    public async Task A_site_that_cannot_be_read_is_checked_again_later()
    {
        drift.DifferencesAsync(default).ThrowsAsyncForAnyArgs(new ServiceUnavailableException("The service is busy."));
        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Failed);

        drift.DifferencesAsync(default).ReturnsForAnyArgs(["Something differs."]);
        await group.RunTwiceAsync(Job);

        group.Mails.Count.ShouldBe(1);
    }
}
