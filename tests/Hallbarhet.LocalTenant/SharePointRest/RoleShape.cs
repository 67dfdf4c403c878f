using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.RoleDefinition and SP.RoleAssignment. The names are those of a Swedish site; what is the same everywhere is the id and the kind.</summary>
internal static class RoleShape
{
    private static readonly (RoleLevel Level, string Name, string Description, int Order, int Kind, long High, long Low)[] Definitions =
    [
        (RoleLevel.FullControl, "Fullständig behörighet", "Har fullständig behörighet.", 1, 5, 2147483647, 4294967295),
        (RoleLevel.Design, "Design", "Kan visa, lägga till, uppdatera, ta bort, godkänna och anpassa.", 32, 4, 432, 1012866047),
        (RoleLevel.Edit, "Redigera", "Kan lägga till, redigera och ta bort listor samt visa, lägga till, uppdatera och ta bort listobjekt och dokument.",
            48, 6, 432, 1011030767),
        (RoleLevel.Contribute, "Delta", "Kan visa, lägga till, uppdatera och ta bort listobjekt och dokument.", 64, 3, 432, 1011028719),
        (RoleLevel.Read, "Läsa", "Kan visa sidor och listobjekt och ladda ned dokument.", 128, 2, 176, 138612833),
    ];

    public static IEnumerable<Shaped> All => Definitions.Select(d => Of(d.Level));

    public static RoleLevel? Level(Key key) => Definitions.Where(d => key.By switch
    {
        "type" => d.Kind == key.Number,
        "name" => d.Name.Equals(key.Text, StringComparison.OrdinalIgnoreCase),
        _ => (int)d.Level == key.Number,
    }).Select(d => (RoleLevel?)d.Level).FirstOrDefault();

    public static Shaped Of(RoleLevel level)
    {
        var d = Definitions.First(x => x.Level == level);
        return new("SP.RoleDefinition", J.Obj(("BasePermissions", Permissions(level)), ("Description", d.Description), ("Hidden", false),
            ("Id", (int)level), ("Name", d.Name), ("Order", d.Order), ("RoleTypeKind", d.Kind)));
    }

    /// <summary>64-bit numbers are text in JSON.</summary>
    public static JsonObject Permissions(RoleLevel level)
    {
        var (high, low) = Definitions.Where(d => d.Level == level).Select(d => (d.High, d.Low)).FirstOrDefault();
        return J.Obj(("High", high.ToString(CultureInfo.InvariantCulture)), ("Low", low.ToString(CultureInfo.InvariantCulture)));
    }

    public static RoleLevel LevelOf(RestCall call, SharePointList? list, ListItem? item) =>
        Rights.Of(call.Tenant, call.Site, list, item, call.Caller);

    public static IEnumerable<Shaped> Assignments(RestCall call, RoleAssignments roles) =>
        roles.ByPrincipal.OrderBy(p => p.Key).Select(p => Assignment(call, p.Key, p.Value));

    public static Shaped Assignment(RestCall call, int principal, IEnumerable<RoleLevel> levels) =>
        new("SP.RoleAssignment", J.Obj(("PrincipalId", principal)))
        {
            Inner = new()
            {
                ["Member"] = inner => SiteGroupRest.Principal(call, principal).Show(inner),
                ["RoleDefinitionBindings"] = inner => Shaped.Show(levels.Order().Select(Of), inner),
            },
        };
}
