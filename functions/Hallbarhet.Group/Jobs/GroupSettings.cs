using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Jobs;

/// <summary>How this group works. Hosts fill it from app settings and check it at start.</summary>
public sealed record GroupSettings
{
    public string GroupName { get; init; } = "Ekologiska hållbarhetsgruppen";

    /// <summary>Address of the group's site, for links to its pages in mails.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>6 to 10.</summary>
    public int MeetingsPerYear { get; init; } = 8;

    public DayOfWeek MeetingDay { get; init; } = DayOfWeek.Thursday;

    public TimeOnly MeetingStart { get; init; } = new(13, 0);

    public TimeOnly MeetingEnd { get; init; } = new(15, 0);

    public string MeetingPlace { get; init; } = "Stadshuset, sal Älvrummet";

    public RotationPeriod Rotation { get; init; } = RotationPeriod.Term;

    /// <summary>Working days before the meeting, counted back from its date.</summary>
    public int CallDaysBefore { get; init; } = 10;

    public int DraftDaysBefore { get; init; } = 8;

    /// <summary>Last day for proposals and the day until which the agenda should be approved.</summary>
    public int ItemsDueDaysBefore { get; init; } = 6;

    /// <summary>The agenda goes out; never fewer than 4 working days before.</summary>
    public int AgendaDaysBefore { get; init; } = 5;

    /// <summary>Working days after the meeting until which the notes should be approved.</summary>
    public int NotesDaysAfter { get; init; } = 5;

    /// <summary>A report's draft is compiled this many working days before the body's last day.</summary>
    public int ReportDaysBefore { get; init; } = 15;

    /// <summary>Between an approval and its effect, so that it can be undone.</summary>
    public TimeSpan UndoTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many strategists approve; never more than are in service.</summary>
    public int ApprovalsNeeded { get; init; } = 1;

    public bool CaseNumberRequired { get; init; }

    public bool PlannerOn { get; init; } = true;

    /// <summary>Registered kinds; the others are kept in order.</summary>
    public bool RegisterReports { get; init; } = true;

    /// <summary>How agendas and notes are registered and kept.</summary>
    public RecordSettings Records { get; init; } = new();

    public string? RegistryAddress { get; init; }

    public string? ItAddress { get; init; }

    /// <summary>What IT must renew, such as "Certificate of the app registration", with its last day; told 60 days before.</summary>
    public IReadOnlyDictionary<string, DateOnly> Expires { get; init; } = new Dictionary<string, DateOnly>();

    public int MailsPerHour { get; init; } = 60;

    /// <summary>All jobs stand still.</summary>
    public bool JobsPaused { get; init; }

    /// <summary>The workspace version that this code knows.</summary>
    public int SchemaVersion { get; init; } = 1;
}

public enum RotationPeriod { Meeting, Term, Year }
