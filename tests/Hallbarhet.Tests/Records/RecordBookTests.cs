using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Records;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Records;

public sealed class RecordBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    private static readonly Meeting Meeting = new() { Id = 3, Title = "Möte 3", StartsAt = Noon, EndsAt = Noon.AddHours(2) };

    [Theory]
    [InlineData(1, "Dagordning 2026-03-12")]
    [InlineData(2, "Dagordning 2026-03-12 rättelse")]
    [InlineData(3, "Dagordning 2026-03-12 rättelse 2")]
    public void A_correction_has_a_name_of_its_own(int version, string expected) =>
        RecordBook.FileTitle(RecordKind.Agenda, Meeting, version).ShouldBe(expected);

    [Theory]
    [InlineData(RecordKind.Notes, -1, 2, "an earlier publication")]
    [InlineData(RecordKind.Notes, 1, 1, "left by a run of this very approval")]
    [InlineData(RecordKind.Agenda, -1, 1, "another kind of document")]
    public void The_version_counts_what_was_published_before_the_approval(RecordKind kind, int hours, int expected, string reason)
    {
        var record = new PublishedRecord { Kind = kind, MeetingId = 3, Created = Noon.AddHours(hours) };

        RecordBook.VersionOf(new Approval(new PersonId(7), Noon), RecordKind.Notes, Meeting, [record]).ShouldBe(expected, reason);
    }

    [Theory]
    [InlineData(RecordKind.Notes, false, true, Registration.Registered)]
    [InlineData(RecordKind.Agenda, false, true, Registration.KeptInOrder)]
    [InlineData(RecordKind.Attachment, true, false, Registration.Registered)]
    public void Registration_is_the_municipalitys_choice(RecordKind kind, bool agendas, bool notes, Registration expected) =>
        RecordBook.RegistrationOf(kind, new() { RegisterAgendas = agendas, RegisterNotes = notes }).ShouldBe(expected);

    [Fact]
    public void The_checksum_is_lower_case_sha_256() =>
        RecordBook.HashOf(Encoding.UTF8.GetBytes("abc")).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Theory]
    [InlineData(1, "Karta.pdf", "01 Karta.pdf")]
    [InlineData(12, "A: förslag*?.docx", "12 A förslag.docx")]
    [InlineData(2, "utan ändelse", "02 utan ändelse")]
    [InlineData(2, ".gitignore", "02 Namnlös.gitignore")]
    public void An_attachment_is_named_by_its_point(int point, string name, string expected) =>
        MeetingFiles.AttachmentName(point, name).ShouldBe(expected);

    [Fact]
    public void A_long_name_keeps_its_ending() =>
        MeetingFiles.AttachmentName(1, new string('x', 300) + ".xlsx").ShouldEndWith("xx.xlsx");
}
