using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.ReportBacks;

/// <summary>List Återrapportering: one row per meeting and department, ticked by setting the date.</summary>
public sealed record ReportBack : Row
{
    public int? MeetingId { get; init; }

    public int? DepartmentId { get; init; }

    public PersonId? Person { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public ReportBackPlace? Where { get; init; }

    /// <summary>A question to the group; it becomes an agenda item.</summary>
    public string? Question { get; init; }
}

public enum ReportBackPlace
{
    [Word("Ledningsgrupp")] Management,
    [Word("APT")] WorkplaceMeeting,
    [Word("Internt nätverk")] InternalNetwork,
    [Word("Annat")] Other,
}
