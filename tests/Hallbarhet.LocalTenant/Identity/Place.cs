using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Where on SharePoint a call acts. What it names but is not there is left to the handler, which says so.</summary>
internal readonly record struct Place(Site Site, SharePointList? List = null, ListItem? Item = null)
{
    private const string Pages = "SitePages";

    public static Place? Of(Call call)
    {
        if (call.Value("drive") is not null) return InDrive(call);
        if (call.Value("group") is { } group) return new Place(call.Tenant.Groups.Get(group).Site);
        if (call.Tenant.Sites.Find(call["site"]) is not { } site) return null;
        var list = call.Operation!.Template.Contains("/pages", StringComparison.Ordinal) ? site.FindList(Pages)
            : call.Value("list") is { } key ? site.FindList(key)
            : null;
        return new Place(site, list, Row(list, call.Value("item")));
    }

    private static Place InDrive(Call call)
    {
        var drive = DriveOperations.Of(call);
        return new(drive.Site, drive.List, call.Value("item") is { } item ? drive.Find(item)?.Item : null);
    }

    private static ListItem? Row(SharePointList? list, string? id) =>
        list is not null && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? list.Items.GetValueOrDefault(number)
            : null;
}
