using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using NSubstitute;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

/// <summary>Rows of Deltagare are looked at by the job that invites them.</summary>
public sealed class MemberMessagesTests
{
    private readonly GroupOnPaper group = new();
    private readonly ICalendarFileWriter calendarFiles = Substitute.For<ICalendarFileWriter>();
    private readonly Member erik;

    public MemberMessagesTests()
    {
        erik = group.Participant("Erik Mallqvist", group.Department("Utbildningsförvaltningen"));
        calendarFiles.Write([], "").ReturnsForAnyArgs("BEGIN:VCALENDAR"u8.ToArray());
    }

    private PrepareMeetings Job =>
        new(group.Lists, group.Files, group.Calendar, calendarFiles, group.SendOnce, group.Policy, group.Settings, group.Time);

    [Theory]
    [InlineData("no role", "Välj roll.")]
    [InlineData("no address", "Skriv en e-postadress.")]
    [InlineData("bad address", "E-postadressen går inte att använda.")]
    [InlineData("no department", "Välj förvaltning.")]
    [InlineData("swapped dates", "Datumet Till ligger före datumet Från.")]
    public async Task A_badly_filled_member_says_what_is_missing_until_it_is_mended(string what, string expected)
    {
        group.Change(erik, m => what switch
        {
            "no role" => m with { Role = null },
            "no address" => m with { Email = null },
            "bad address" => m with { Email = "erik mallqvist" },
            "no department" => m with { DepartmentId = null },
            _ => m with { ActiveFrom = new(2026, 5, 1), ActiveTo = new(2026, 4, 1) },
        });

        await group.RunTwiceAsync(Job);
        group.Get<Member>(erik.Id).SystemMessage.ShouldNotBeNull().ShouldStartWith(expected);

        group.Change(erik, m => erik with { SystemMessage = m.SystemMessage });
        await group.RunTwiceAsync(Job);
        group.Get<Member>(erik.Id).SystemMessage.ShouldBeNull();
    }
}
