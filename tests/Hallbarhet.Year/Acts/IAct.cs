using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Something that people do. Asked every working morning; does what belongs to that day and counts it on the stage.</summary>
public interface IAct
{
    Task PlayAsync(Stage stage, Day day);
}

/// <summary>The morning's look at the meetings, shared by the acts of a day.</summary>
public sealed class Day(DateOnly date, IReadOnlyList<MeetingRow> meetings)
{
    public DateOnly Date => date;

    /// <summary>Meetings of the example year by number; empty until they are proposed.</summary>
    public IReadOnlyList<MeetingRow> Meetings => meetings;

    public MeetingRow? Meeting(int number) => meetings.FirstOrDefault(m => m.Number == number);

    public IEnumerable<MeetingRow> Where(Func<MeetingRow, DateOnly> due) => meetings.Where(m => due(m) == date);

    public static async Task<Day> DawnAsync(Stage stage)
    {
        var rows = await stage.Site.RowsAsync(await stage.AsAsync("karin"), "Meetings");
        return new Day(stage.Today, [.. rows.Select(r => new MeetingRow(r)).Where(m => m.Date.Year == 2026).OrderBy(m => m.Date)]);
    }
}

/// <summary>A meeting as people see it in the list.</summary>
public sealed class MeetingRow(ListRow row)
{
    public ListRow Row => row;

    public int Id => row.Id;

    public int Number { get; } = int.Parse(row.Title.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    public DateOnly Date { get; } = row.Date("StartsAt") ?? DateOnly.MinValue;

    public string? Status => row.Text("MeetingStatus");

    public string? Agenda => row.Text("AgendaStatus");

    public string? Notes => row.Text("NotesStatus");

    public DateOnly ItemsDue => row.Date("ItemsDue") ?? RedDays.Add(Date, -6);

    public DateOnly AgendaOn => row.Date("AgendaOn") ?? RedDays.Add(Date, -5);

    /// <summary>Working days before (negative) or after the meeting.</summary>
    public DateOnly Day(int workingDays) => workingDays == 0 ? Date : RedDays.Add(Date, workingDays);

    /// <summary>Key of the person who chairs; Karin's when the row has nobody.</summary>
    public string ChairKey(Stage stage) => KeyOf(stage, row.Lookup("Chair")) ?? "karin";

    /// <summary>Key of the note-taker; while one strategist is away, somebody is chosen at the meeting.</summary>
    public string NoteTakerKey(Stage stage) => KeyOf(stage, row.Lookup("NoteTaker"))
        ?? ((string[])["linnea", "omar"]).First(p => !stage.Content.Meetings.Single(m => m.Meeting == Number).Absent.Contains(p));

    private static string? KeyOf(Stage stage, int? userId) => stage.UserIds.FirstOrDefault(u => u.Value == userId).Key;
}
