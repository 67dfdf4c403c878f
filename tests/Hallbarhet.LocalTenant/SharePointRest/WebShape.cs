using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.Web and SP.Site.</summary>
internal static class WebShape
{
    private const int Swedish = 1053;

    /// <summary>The site's server relative address.</summary>
    public static string Path(Site site) => "/sites/" + site.Name;

    public static Shaped OfCollection(Site site) => new("SP.Site", J.Obj(
        ("GroupId", site.Group?.Id ?? Guid.Empty.ToString()), ("Id", site.SiteId.ToString()), ("ServerRelativeUrl", Path(site)),
        ("Url", site.WebUrl)));

    public static Shaped Of(RestCall call)
    {
        var site = call.Site;
        return new("SP.Web", J.Obj(
            ("Created", site.Created), ("Description", site.Description), ("Id", site.WebId.ToString()), ("Language", Swedish),
            ("QuickLaunchEnabled", true), ("ServerRelativeUrl", Path(site)), ("Title", site.Title), ("Url", site.WebUrl),
            ("WebTemplate", "GROUP"), ("WelcomePage", site.WelcomePage)))
        {
            Asked = new()
            {
                ["EffectiveBasePermissions"] = () => RoleShape.Permissions(RoleShape.LevelOf(call, null, null)),
                ["HasUniqueRoleAssignments"] = () => true,
            },
            Inner = new(SiteGroupRest.OfWeb(call))
            {
                ["Lists"] = inner => Shaped.Show(site.Lists.Select(l => ListShape.Of(call, l)), inner),
                ["RegionalSettings"] = inner => Regional().Show(inner),
                ["RootFolder"] = inner => FolderShape.OfSite(site).Show(inner),
            },
        };
    }

    /// <summary>Every site of the tenant is Swedish and keeps Stockholm's time.</summary>
    public static Shaped Regional() => new("SP.RegionalSettings", J.Obj(
        ("AdjustHijriDays", 0), ("AlternateCalendarType", 0), ("AM", ""), ("CalendarType", 1), ("Collation", 27), ("CollationLCID", Swedish),
        ("DateFormat", 2), ("DateSeparator", "-"), ("DecimalSeparator", ","), ("DigitGrouping", "3;0"), ("FirstDayOfWeek", 1),
        ("FirstWeekOfYear", 2), ("IsEastAsia", false), ("IsRightToLeft", false), ("IsUIRightToLeft", false), ("ListSeparator", ";"),
        ("LocaleId", Swedish), ("NegativeSign", "-"), ("NegNumberMode", 1), ("PM", ""), ("PositiveSign", ""), ("ShowWeeks", false),
        ("ThousandSeparator", "\u00a0"), ("Time24", true), ("TimeMarkerPosition", 0), ("TimeSeparator", ":"), ("WorkDayEndHour", 1020),
        ("WorkDays", 62), ("WorkDayStartHour", 480)))
    {
        Inner = new() { ["TimeZone"] = inner => TimeZone().Show(inner) },
    };

    private static Shaped TimeZone() => new("SP.TimeZone", J.Obj(
        ("Description", "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien"), ("Id", 4),
        ("Information", J.Obj(("Bias", -60), ("DaylightBias", -60), ("StandardBias", 0)))));
}
