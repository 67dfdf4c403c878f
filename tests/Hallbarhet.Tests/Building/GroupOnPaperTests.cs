using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Building;

public sealed class GroupOnPaperTests
{
    private readonly GroupOnPaper group = new();

    [Fact]
    public async Task A_row_with_a_known_key_is_returned_as_it_stands()
    {
        var first = await group.Lists.AddAsync(new Meeting { Title = "Möte 1", SourceKey = "meeting/2026/1" }, default);

        var second = await group.Lists.AddAsync(new Meeting { Title = "Annat", SourceKey = "meeting/2026/1" }, default);

        (second.Id, second.Title, second.WasThere).ShouldBe((first.Id, "Möte 1", true));
    }

    [Fact]
    public async Task A_row_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        var read = group.Meeting(3, "2026-03-12");
        group.Change(read, m => m with { Place = "Biblioteket" });

        await Should.ThrowAsync<RowChangedException>(() => group.Lists.UpdateAsync(read, read with { Place = "Här" }, default));

        group.Get<Meeting>(read.Id).Place.ShouldBe("Biblioteket");
    }

    [Fact]
    public async Task Versions_tell_who_changed_the_row_newest_first()
    {
        var row = group.Meeting(3, "2026-03-12");
        group.Change(row, m => m with { AgendaStatus = DocumentStatus.Approved }, new PersonId(7));

        var versions = await group.Lists.VersionsAsync<Meeting>(row.Id, default);

        versions.Select(v => v.AgendaStatus).ShouldBe([DocumentStatus.Approved, DocumentStatus.NotStarted]);
        versions[0].Editor.ShouldBe(new PersonId(7));
    }
}
