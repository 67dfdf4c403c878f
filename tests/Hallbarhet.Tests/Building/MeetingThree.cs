using System.Text;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Tests.Building;

/// <summary>
/// Meeting 3 of 2026, on Thursday 12 March 13–15: draft from Monday 2, items due Wednesday 4, agenda out Thursday 5, notes approved by
/// Thursday 19. Karin chairs, Sven takes notes, two departments have a member each.
/// </summary>
public sealed class MeetingThree
{
    public MeetingThree()
    {
        Care = Group.Department("Omsorgsförvaltningen");
        Schools = Group.Department("Utbildningsförvaltningen");
        Karin = Group.Strategist("Karin Exempelius");
        Sven = Group.Strategist("Sven Provsson");
        Anna = Group.Participant("Anna Testberg", Care);
        Bo = Group.Participant("Bo Mallgren", Schools);
        Meeting = Group.Meeting(3, "2026-03-12", m => m with { Chair = Karin.Person, NoteTaker = Sven.Person });
    }

    public GroupOnPaper Group { get; } = new();

    public PaperWriter Writer { get; } = new();

    public OrganisationUnit Care { get; }

    public OrganisationUnit Schools { get; }

    public Member Karin { get; }

    public Member Sven { get; }

    public Member Anna { get; }

    public Member Bo { get; }

    public Meeting Meeting { get; }

    /// <summary>The meeting's row as it stands now.</summary>
    public Meeting Now => Group.Get<Meeting>(Meeting.Id);

    public ReactToRequests React => new(Group.Lists, Group.Settings, Group.Time);

    public DraftAgendas DraftAgendas => new(Group.Lists, Group.Files, Writer, Group.SendOnce, Group.Settings, Group.Time);

    public SendAgendas SendAgendas =>
        new(Group.Lists, Group.Files, Writer, PublishOnce, Group.SendOnce, Group.Settings, Group.Time);

    public DraftNotes DraftNotes => new(Group.Lists, Group.Files, Writer, Group.SendOnce, Group.Settings, Group.Time);

    public PublishNotes PublishNotes =>
        new(Group.Lists, Group.Files, Writer, PublishOnce, Group.SendOnce, Group.Settings, Group.Time);

    private PublishOnce PublishOnce => new(Group.Lists, Group.Files, Group.Time);

    public AgendaItem Item(string title, Func<AgendaItem, AgendaItem>? with = null)
    {
        var item = new AgendaItem { Title = title, Purpose = Purpose.Discuss, Status = AgendaItemStatus.Proposed };
        return Group.Add((with ?? (x => x))(item), Anna.Person);
    }

    public Meeting Change(Func<Meeting, Meeting> change, Member? by = null) => Group.Change(Meeting, change, (by ?? Karin).Person);

    public Meeting ApproveAgenda(Member? by = null) => Change(m => m with { AgendaStatus = DocumentStatus.Approved }, by);

    public Meeting ApproveNotes(Member? by = null) => Change(m => m with { NotesStatus = DocumentStatus.Approved }, by);

    /// <summary>Draft on Monday 2 March, 09.00.</summary>
    public async Task<MeetingThree> WithDraftAsync()
    {
        Group.At("2026-03-02");
        await Group.RunAsync(DraftAgendas);
        return this;
    }

    /// <summary>Approved by Karin on Tuesday 3 March, 10.00, and checked.</summary>
    public async Task<MeetingThree> WithApprovedAgendaAsync()
    {
        await WithDraftAsync();
        Group.At("2026-03-03", "10:00");
        ApproveAgenda();
        await Group.RunAsync(React);
        return this;
    }

    /// <summary>Sent on Thursday 5 March, 08.00.</summary>
    public async Task<MeetingThree> WithSentAgendaAsync()
    {
        await WithApprovedAgendaAsync();
        Group.At("2026-03-05", "08:00");
        await Group.RunAsync(SendAgendas);
        return this;
    }

    /// <summary>Held, with a draft on Thursday 12 March, 15.10.</summary>
    public async Task<MeetingThree> WithNotesDraftAsync()
    {
        await WithSentAgendaAsync();
        Group.At("2026-03-12", "15:10");
        await Group.RunAsync(DraftNotes);
        return this;
    }

    /// <summary>Written in, approved by Sven on Friday 13 March, 09.00, and checked; they may go out from 09.30.</summary>
    public async Task<MeetingThree> WithApprovedNotesAsync()
    {
        await WithNotesDraftAsync();
        Write("Prosa från mötet.");
        Group.At("2026-03-13", "09:00");
        ApproveNotes(Sven);
        await Group.RunAsync(React);
        return this;
    }

    /// <summary>Sent on Friday 13 March, 10.00.</summary>
    public async Task<MeetingThree> WithSentNotesAsync()
    {
        await WithApprovedNotesAsync();
        Group.At("2026-03-13", "10:00");
        await Group.RunAsync(PublishNotes);
        return this;
    }

    /// <summary>The note-taker writes in the Word draft.</summary>
    public void Write(string prose) => Group.Files.Put(GroupLibrary.Drafts, Meeting.NotesDraftPath, Encoding.UTF8.GetBytes("UTKAST " + prose));

    public string? Text(GroupLibrary library, string path) =>
        Group.Files.Content(library, path) is { } content ? Encoding.UTF8.GetString(content) : null;
}
