using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Mailing;

/// <summary>
/// Three mails are sent while the line is cut at every call there is, before or after the call took effect, once or twice, with the
/// copy in Sent Items appearing at once or late. Whatever happens, no mail leaves twice and the ledger comes to tell the truth.
/// </summary>
public sealed class SendOnceKillPointTests
{
    private const GroupList Needed = GroupList.Mailings | GroupList.Members | GroupList.Organisation;

    public static TheoryData<string, int, int> Kills()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var error in new[] { "unknown", "killed" })
            foreach (var copyMinutes in new[] { 0, 7 })
                foreach (var minutesToSecond in new[] { 2, 25 })
                    data.Add(error, copyMinutes, minutesToSecond);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task No_mail_leaves_twice_wherever_the_line_is_cut(string error, int copyMinutes, int minutesToSecond)
    {
        for (var first = 0; first < 10; first++)
            foreach (var firstAfter in new[] { false, true })
                for (var second = 0; second < 10; second++)
                    foreach (var secondAfter in new[] { false, true })
                    {
                        var name = $"{error} at {first} {(firstAfter ? "after" : "before")}, then at {second} {(secondAfter ? "after" : "before")}";
                        await LiveThroughAsync(name, error, copyMinutes, minutesToSecond, (first, firstAfter), (second, secondAfter));
                    }
    }

    private static async Task LiveThroughAsync(
        string name, string error, int copyMinutes, int minutesToSecond, (int Call, bool After) first, (int Call, bool After) second)
    {
        var group = new GroupOnPaper();
        group.Mailbox.SentCopyAppearsAfter = TimeSpan.FromMinutes(copyMinutes);
        foreach (var (kill, minutes) in new[] { (first, minutesToSecond), (second, 2) })
        {
            Arm(group, error, kill);
            await TryToSendAsync(group);
            group.Calls.Works();
            // The third run comes soon, while the copy of what the second one sent may still be on its way.
            group.Time.Advance(TimeSpan.FromMinutes(minutes));
        }

        var settled = false;
        for (var run = 0; run < 20 && !settled; run++)
        {
            settled = await TryToSendAsync(group);
            group.Time.Advance(TimeSpan.FromMinutes(2));
        }

        settled.ShouldBeTrue($"{name}: not settled");
        foreach (var row in group.All<MailingRow>())
        {
            var times = group.Mails.Count(m => m.Key == row.MailKey);
            times.ShouldBeLessThanOrEqualTo(1, $"{name}: {row.MailKey} left {times} times");
            row.Outcome.ShouldBe(MailOutcome.Sent, $"{name}: {row.MailKey} could be known");
            times.ShouldBe(1, $"{name}: {row.MailKey} is said to be sent");
        }

        group.All<MailingRow>().Count.ShouldBe(3, name);
    }

    private static void Arm(GroupOnPaper group, string error, (int Call, bool After) kill)
    {
        var left = kill.Call;
        Exception? Cut(string _) => left-- != 0 ? null : error switch
        {
            "unknown" => new OutcomeUnknownException("504"),
            _ => new OperationCanceledException("The process ended."),
        };
        if (kill.After) group.Calls.After = Cut;
        else group.Calls.Before = Cut;
    }

    private static async Task<bool> TryToSendAsync(GroupOnPaper group)
    {
        try
        {
            var snapshot = await group.Lists.ReadAsync(Needed, default);
            await group.SendOnce.SendAsync([Mail("1"), Mail("2"), Mail("3")], snapshot, default);
            return true;
        }
        catch (Exception e) when (e is JobException or OperationCanceledException)
        {
            return false;
        }
    }

    private static MailRequest Mail(string key) => new()
    {
        Key = key,
        Kind = MailKind.It,
        Content = new ItMail(),
        To = [new("Erik", "erik@trollhattan.example")],
    };
}
