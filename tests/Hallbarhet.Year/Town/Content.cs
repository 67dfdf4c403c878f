using System.Text.Json;

namespace Hallbarhet.Year.Town;

/// <summary>The believable year as data: what the example group writes, proposes, decides and does.</summary>
public sealed class Content
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<InitiativeText> Initiatives { get; } = Read<InitiativeText>("initiatives");
    public IReadOnlyList<AgendaItemText> AgendaItems { get; } = Read<AgendaItemText>("agenda-items");
    public IReadOnlyList<HorizonText> Horizon { get; } = Read<HorizonText>("horizon");
    public IReadOnlyList<LearningText> Learning { get; } = Read<LearningText>("learning");
    public IReadOnlyList<DecisionText> Decisions { get; } = Read<DecisionText>("decisions-actions");
    public IReadOnlyList<CommunicationText> Communication { get; } = Read<CommunicationText>("communication");
    public IReadOnlyList<MeetingText> Meetings { get; } = Read<MeetingText>("meetings");
    public IReadOnlyList<ReportText> Reports { get; } = Read<ReportText>("reports");

    private static List<T> Read<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Content", name + ".json"));
        return JsonSerializer.Deserialize<List<T>>(file, Options)!;
    }
}

public sealed record InitiativeText(
    string Key, string Title, string Kind, string Status, string Department, string Owner, string[] Participants, string Assignment,
    string NextStep, DateOnly StartsOn, DateOnly EndsOn, string[] Goals, bool ForExternal, string? Obstacles, InitiativeUpdate[] Updates, int? AddedBefore);

public sealed record InitiativeUpdate(int Before, string Latest, string? Status, string? Obstacles, string? Outcome, string? NextStep, string? Owner);

public sealed record AgendaItemText(
    string Key, string Title, string Purpose, string Background, int ForMeeting, string By, string Presenter, int Minutes,
    bool CrossDepartment, string[] Departments, string[] Goals, bool Late, bool TitleOnly, string Outcome, string? Answer);

public sealed record HorizonText(
    string Key, string Title, string Link, string Why, string[] Goals, string By, int Month, int? ToMeeting, DateOnly? RelevantUntil);

public sealed record LearningText(
    string Key, string Title, string Kind, DateTime HeldAt, string Place, string Responsible, string? Guest, DateOnly? GuestUntil,
    string[] Goals, string Status, string Takeaway);

public sealed record DecisionText(
    string Key, string Kind, string Title, string Details, int Meeting, string? Item, string? Initiative, string? Responsible,
    DateOnly? DueOn, string[] Departments, DateOnly? DoneOn, string DoneIn);

public sealed record CommunicationText(
    string Key, string Title, string? Initiative, string Message, string[] Channels, string Contact, int Month, string Status,
    string? PublishedUrl, DateOnly? ReviewOn);

public sealed record MeetingText(
    int Meeting, string Greeting, string[] Absent, string? Guests, NoteText[] Notes, QuestionText[] ReportBackQuestions, TickText[] ReportBackTicks);

public sealed record NoteText(string Item, string Prose);

public sealed record QuestionText(string Key, string Department, string Question);

public sealed record TickText(string Department, int DaysAfter, string Where);

public sealed record ReportText(
    string? Period, string? Body, string Summary, string Attention, string? Subject, DateOnly? OrderedOn, string? Corrects, string? Reason);
