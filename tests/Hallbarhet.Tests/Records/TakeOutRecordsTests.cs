using System.Text;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Records;

public sealed class TakeOutRecordsTests
{
    private static readonly byte[] Agenda = Encoding.UTF8.GetBytes("dagordning");

    private readonly GroupOnPaper group = new();

    [Fact]
    public async Task A_record_is_found_by_its_checksum_wherever_its_file_lies_now()
    {
        Register("Dagordning 2026-03-12", Agenda, new(2026, 3, 5));
        group.Files.Put(GroupLibrary.MeetingDocuments, "Flyttad/Nytt namn.docx", Agenda);

        var taken = (await TakeOutAsync(2026)).ShouldHaveSingleItem();

        (taken.File!.Path, taken.File.Content).ShouldBe(("Flyttad/Nytt namn.docx", Agenda));
    }

    [Fact]
    public async Task A_record_whose_file_was_changed_is_named_without_a_file()
    {
        Register("Dagordning 2026-03-12", Agenda, new(2026, 3, 5));
        group.Files.Put(GroupLibrary.MeetingDocuments, "2026-03-12 Möte 3/Dagordning 2026-03-12.docx", Encoding.UTF8.GetBytes("ändrad"));

        (await TakeOutAsync(2026)).ShouldHaveSingleItem().File.ShouldBeNull();
    }

    [Fact]
    public async Task Drafts_and_other_years_stay_where_they_are()
    {
        Register("Dagordning 2025-12-04", Agenda, new(2025, 11, 27));
        group.Files.Put(GroupLibrary.Drafts, "Dagordning.docx", Agenda);

        (await TakeOutAsync(2026)).ShouldBeEmpty();
        (await TakeOutAsync(2025)).ShouldHaveSingleItem().File.ShouldBeNull("a draft is no published file");
    }

    private void Register(string title, byte[] content, DateOnly on) => group.Add(new PublishedRecord
    {
        Title = title,
        Kind = RecordKind.Agenda,
        EstablishedOn = on,
        Sha256 = RecordBook.HashOf(content),
        SourceKey = title,
    });

    private Task<IReadOnlyList<TakenRecord>> TakeOutAsync(int year) => new TakeOutRecords(group.Lists, group.Files).RunAsync(year, default);
}
