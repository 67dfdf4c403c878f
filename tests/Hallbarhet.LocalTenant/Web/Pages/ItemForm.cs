using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>Forms to add and to change an item.</summary>
internal static class ItemForm
{
    public static Reply New(Visit visit, Site site, SharePointList list)
    {
        Rights.Demand(visit.Tenant, site, list, null, visit.Person, RoleLevel.Contribute);
        return Show(visit, site, list, null, null);
    }

    public static Reply Edit(Visit visit, Site site, SharePointList list)
    {
        var item = ItemPage.Find(visit, site, list);
        Rights.Demand(visit.Tenant, site, list, item, visit.Person, RoleLevel.Contribute);
        return Show(visit, site, list, item, null);
    }

    public static async Task<Reply> AddAsync(Visit visit, Site site, SharePointList list)
    {
        Dictionary<string, string> values;
        lock (visit.Tenant.Gate) values = Changed(visit, site, list, null);
        var outcome = await ItemWrite.AddAsync(visit, site, list, values);
        if (outcome.Done) return WebSite.SeeOther($"{Link.Forms(list)}/DispForm.aspx?ID={outcome.ItemId.ToString(CultureInfo.InvariantCulture)}");
        lock (visit.Tenant.Gate) return Show(visit, site, list, null, outcome);
    }

    public static async Task<Reply> ChangeAsync(Visit visit, Site site, SharePointList list)
    {
        ListItem item;
        Dictionary<string, string> values;
        lock (visit.Tenant.Gate)
        {
            item = ItemPage.Find(visit, site, list);
            values = Changed(visit, site, list, item);
        }
        if (values.Count == 0) return WebSite.SeeOther(Link.Item(list, item));
        var outcome = await ItemWrite.UpdateAsync(visit, site, list, item, values);
        if (outcome.Done) return WebSite.SeeOther(Link.Item(list, item));
        lock (visit.Tenant.Gate) return Show(visit, site, list, item, outcome);
    }

    /// <summary>Only what the person changed is sent, so that a version tells what somebody did.</summary>
    private static Dictionary<string, string> Changed(Visit visit, Site site, SharePointList list, ListItem? item)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in FieldInput.Of(list))
        {
            var input = new FieldInput(visit, site, column);
            var entered = input.Entered();
            // A new item says something about every required column, or nobody would hear that it is missing.
            if (item is null ? entered.Count > 0 || column.Required || input.Stored(null).Count > 0 : !entered.SequenceEqual(input.Stored(item)))
                values[column.Name] = input.Sent(entered);
        }
        return values;
    }

    private static Reply Show(Visit visit, Site site, SharePointList list, ListItem? item, WriteOutcome? refused)
    {
        var title = item is null ? $"Nytt objekt i {list.DisplayName}" : $"Ändra {ItemPage.Title(item)}";
        var action = item is null ? Link.Forms(list) + "/NewForm.aspx" : Link.Item(list, item, "EditForm");
        var back = item is null ? Link.Of(list) : Link.Item(list, item);
        return Layout.Show(visit, new(title, H($"""
            <h1>{title}</h1>
            {Layout.Alert(refused?.Message)}
            <form class="item" method="post" action="{action}">
            {FieldInput.Of(list).Select(Field)}
            <p class="commands"><button class="primary">Spara</button> <a class="button" href="{back}">Avbryt</a></p>
            </form>
            """))
        { Site = site, Status = refused is null ? 200 : refused.Status == 200 ? 422 : refused.Status });

        Html Field(Column column)
        {
            var input = new FieldInput(visit, site, column);
            return input.Show(refused is null ? input.Stored(item) : input.Entered(), refused?.Errors.GetValueOrDefault(column.Name));
        }
    }
}
