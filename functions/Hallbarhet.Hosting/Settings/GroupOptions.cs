using System.Globalization;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Hosting.Settings;

/// <summary>How the group works, as flat app settings; each name is the property's name.</summary>
public sealed class GroupOptions
{
    public string GroupName { get; set; } = new GroupSettings().GroupName;
    public int MeetingsPerYear { get; set; } = 8;
    public DayOfWeek MeetingDay { get; set; } = DayOfWeek.Thursday;
    public TimeOnly MeetingStart { get; set; } = new(13, 0);
    public TimeOnly MeetingEnd { get; set; } = new(15, 0);
    public string MeetingPlace { get; set; } = new GroupSettings().MeetingPlace;
    public RotationPeriod Rotation { get; set; } = RotationPeriod.Term;
    public int AgendaDaysBefore { get; set; } = 5;
    public int ApprovalsNeeded { get; set; } = 1;
    public bool CaseNumberRequired { get; set; }
    public bool RegisterReports { get; set; } = true;
    public Switch Planner { get; set; } = Switch.Off;
    public string? RegistryAddress { get; set; }
    public string? ItAddress { get; set; }
    public bool JobsPaused { get; set; }

    /// <summary>What IT must renew and its last day, told 60 days before: "Certifikat=2027-05-01; Gruppens livslängd=2027-03-01".</summary>
    public string? Expires { get; set; }

    /// <summary>The group file that the workspace was applied with; CheckDrift compares with it.</summary>
    public string? GroupFile { get; set; }

    public GroupSettings ToSettings(string siteUrl) => new()
    {
        GroupName = GroupName,
        MeetingsPerYear = MeetingsPerYear,
        MeetingDay = MeetingDay,
        MeetingStart = MeetingStart,
        MeetingEnd = MeetingEnd,
        MeetingPlace = MeetingPlace,
        Rotation = Rotation,
        AgendaDaysBefore = AgendaDaysBefore,
        ApprovalsNeeded = ApprovalsNeeded,
        CaseNumberRequired = CaseNumberRequired,
        RegisterReports = RegisterReports,
        PlannerOn = Planner == Switch.On,
        RegistryAddress = RegistryAddress,
        ItAddress = ItAddress,
        JobsPaused = JobsPaused,
        SiteUrl = siteUrl,
        Expires = ExpiryDates() ?? new Dictionary<string, DateOnly>(),
    };

    /// <summary>What is wrong, each as a sentence that says what to set.</summary>
    public IEnumerable<string> Problems()
    {
        if (MeetingsPerYear is < 6 or > 10) yield return "MeetingsPerYear must be 6 to 10.";
        if (MeetingStart >= MeetingEnd) yield return "MeetingEnd must be later than MeetingStart, for example 13:00 and 15:00.";
        if (MeetingDay is DayOfWeek.Saturday or DayOfWeek.Sunday) yield return "MeetingDay must be Monday to Friday.";
        if (AgendaDaysBefore is < 4 or > 6) yield return "AgendaDaysBefore must be 4 to 6 working days: the agenda never goes out later than 4 before.";
        if (ApprovalsNeeded is < 1 or > 2) yield return "ApprovalsNeeded must be 1 or 2.";
        if (ExpiryDates() is null) yield return "Expires must be names with dates, for example \"Certifikat=2027-05-01; Gruppens livslängd=2027-03-01\".";
        foreach (var (name, address) in new[] { (nameof(RegistryAddress), RegistryAddress), (nameof(ItAddress), ItAddress) })
            if (address is not null && !Addresses.IsValid(address)) yield return $"{name} must be a mail address, for example registrator@kommun.example.";
    }

    /// <summary>Null when the setting cannot be read.</summary>
    private Dictionary<string, DateOnly>? ExpiryDates()
    {
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var entry in (Expires ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
            dates[parts[0]] = date;
        }

        return dates;
    }
}

public enum Switch { Off, On }

/// <summary>Who may get mail, as flat app settings.</summary>
public sealed class MailOptions
{
    public bool MailLive { get; set; }
    public string? MailRedirectAllTo { get; set; }

    /// <summary>Domains separated by comma or semicolon.</summary>
    public string? MailAllowedDomains { get; set; }

    public int MailsPerHour { get; set; } = 60;

    public MailPolicy ToPolicy() => new()
    {
        MailLive = MailLive,
        RedirectAllTo = MailRedirectAllTo,
        AllowedDomains = [.. (MailAllowedDomains ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        MailsPerHour = MailsPerHour,
    };

    public IEnumerable<string> Problems()
    {
        if (!MailLive && string.IsNullOrWhiteSpace(MailRedirectAllTo))
            yield return "MailRedirectAllTo must name the address that gets all mail until MailLive=true.";
        if (MailRedirectAllTo is not null && !Addresses.IsValid(MailRedirectAllTo))
            yield return "MailRedirectAllTo must be a mail address, for example it@kommun.example.";
        if (MailLive && string.IsNullOrWhiteSpace(MailAllowedDomains))
            yield return "MailAllowedDomains must name the domains that may get mail when MailLive=true, for example kommun.example.";
        if (MailsPerHour < 1) yield return "MailsPerHour must be at least 1.";
    }
}

internal static class Addresses
{
    public static bool IsValid(string address) => System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
}
