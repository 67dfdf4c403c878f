using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

/// <param name="Title">Shown title; at creation also the source of the address.</param>
internal sealed record NewList(string Title, string Template, bool Hidden, string Description, string? Name = null, bool System = false);

/// <summary>What a new team site comes with, and how a list comes to be.</summary>
internal static class TeamSite
{
    public static void Furnish(TenantState tenant, Site site)
    {
        var users = AddList(tenant, site, new("User Information List", "userInformation", true, "", "users", System: true));
        foreach (var name in (string[])["Name", "EMail", "UserName"]) users.Columns[name] = BuiltIn(tenant, name, ColumnKind.Text);
        site.Users.List = users;
        _ = AddList(tenant, site, new("Dokument", "documentLibrary", false, "", "Shared Documents"));
        _ = AddList(tenant, site, new("Webbplatssidor", "webPageLibrary", false, "", "SitePages"));
        Groups(site);
    }

    private static void Groups(Site site)
    {
        var owners = $"Ägare av {site.Title}";
        site.Groups.Add(new() { Id = 3, Title = owners, OwnerTitle = owners, Holds = GroupPart.Owners });
        site.Groups.Add(new() { Id = 4, Title = $"Besökare på {site.Title}", OwnerTitle = owners });
        site.Groups.Add(new() { Id = 5, Title = $"Medlemmar i {site.Title}", OwnerTitle = owners, Holds = GroupPart.Members });
        site.Roles.Add(3, RoleLevel.FullControl);
        site.Roles.Add(4, RoleLevel.Read);
        site.Roles.Add(5, RoleLevel.Edit);
    }

    public static SharePointList AddList(TenantState tenant, Site site, NewList wanted)
    {
        if (wanted.Template is not ("genericList" or "documentLibrary" or "webPageLibrary" or "userInformation"))
            throw new GraphError(501, "notImplemented", $"The local tenant makes genericList and documentLibrary, not {wanted.Template}");
        if (site.Lists.Exists(l => l.DisplayName.Equals(wanted.Title, StringComparison.OrdinalIgnoreCase))) throw TitleTaken();
        var isLibrary = wanted.Template is "documentLibrary" or "webPageLibrary";
        var name = FreeName(site, wanted.Name ?? wanted.Title);
        var list = new SharePointList
        {
            Id = tenant.Ids.Guid().ToString(),
            Name = name,
            DisplayName = wanted.Title,
            Description = wanted.Description,
            Template = wanted.Template,
            Hidden = wanted.Hidden,
            System = wanted.System,
            WebUrl = $"{site.WebUrl}/{(isLibrary ? "" : wanted.System ? "_catalogs/" : "Lists/")}{Uri.EscapeDataString(name)}",
            Created = tenant.NowText,
            Modified = tenant.NowText,
        };
        if (!isLibrary) list.MajorVersionLimit = 50;
        Columns(tenant, list, isLibrary);
        if (isLibrary) list.Drive = new Drive(tenant, site, list);
        AddFirstView(tenant, list, isLibrary);
        site.Lists.Add(list);
        return list;
    }

    private static void AddFirstView(TenantState tenant, SharePointList list, bool isLibrary)
    {
        var view = new ListView { Id = tenant.Ids.Guid(), Title = isLibrary ? "Alla dokument" : "Alla objekt", Name = "AllItems", IsDefault = true };
        view.Fields.AddRange(isLibrary ? ["FileLeafRef", "Modified", "Editor"] : ["Title"]);
        list.Views.Add(view);
    }

    public static GraphError TitleTaken() => new(409, "nameAlreadyExists",
        "A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.");

    private static string FreeName(Site site, string wanted)
    {
        var name = wanted;
        for (var n = 1; site.Lists.Exists(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); n++) name = $"{wanted}{n}";
        return name;
    }

    private static void Columns(TenantState tenant, SharePointList list, bool isLibrary)
    {
        list.Columns["Title"] = BuiltIn(tenant, "Title", ColumnKind.Text);
        foreach (var name in (string[])["ContentType", "Modified", "Created", "_UIVersionString"])
            list.Columns[name] = BuiltIn(tenant, name, ColumnKind.Computed);
        foreach (var name in (string[])["Author", "Editor"])
            list.Columns[name] = BuiltIn(tenant, name, ColumnKind.Person);
        if (isLibrary) list.Columns["FileLeafRef"] = BuiltIn(tenant, "FileLeafRef", ColumnKind.Text);
        else list.Columns["Attachments"] = BuiltIn(tenant, "Attachments", ColumnKind.Computed);
    }

    private static string? FacetOf(string name, ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Person => "personOrGroup",
        _ => name is "Created" or "Modified" ? "dateTime" : null,
    };

    private static Column BuiltIn(TenantState tenant, string name, ColumnKind kind) => new()
    {
        Id = tenant.Ids.Guid().ToString(),
        Name = name,
        DisplayName = name,
        Kind = kind,
        BuiltIn = true,
        ReadOnly = name is not ("Title" or "FileLeafRef"),
        FacetName = FacetOf(name, kind),
        Facet = kind == ColumnKind.Text ? J.Obj(("allowMultipleLines", false), ("maxLength", 255)) : [],
    };
}
