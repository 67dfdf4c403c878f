using System.Collections.Concurrent;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Who may do what, as data, and what was used. Sites and mailboxes are narrowed further where they are looked up.</summary>
internal sealed class PermissionTable
{
    private static readonly Dictionary<Right, string> Names = new()
    {
        [Right.UserRead] = "User.Read.All",
        [Right.UserWrite] = "User.ReadWrite.All",
        [Right.GroupRead] = "GroupMember.Read.All",
        [Right.GroupWrite] = "Group.ReadWrite.All",
        [Right.SiteRead] = "Sites.Selected",
        [Right.SiteWrite] = "Sites.Selected (write)",
        [Right.SiteManage] = "Sites.Selected (fullcontrol)",
        [Right.Tasks] = "Tasks.ReadWrite.All",
        [Right.Mail] = "Mail.ReadWrite (one mailbox)",
        [Right.MailSend] = "Mail.Send (one mailbox)",
        [Right.Calendar] = "Calendars.ReadWrite (one mailbox)",
    };

    private static readonly HashSet<Right> RuntimeRights =
        [Right.UserRead, Right.GroupRead, Right.SiteRead, Right.SiteWrite, Right.Tasks, Right.Mail, Right.MailSend, Right.Calendar];

    private readonly ConcurrentDictionary<(string Identity, string Operation, Right Right), int> used = new();

    public void Check(Call call)
    {
        var operation = call.Operation!;
        Check(call.Tenant, call.Caller, $"{operation.Method} /v1.0{operation.Template}", operation.Right);
    }

    public void Check(TenantState tenant, Caller caller, string operation, Right right)
    {
        used.AddOrUpdate((caller.Name, operation, right), 1, (_, n) => n + 1);
        if (caller == Caller.Runtime && !RuntimeRights.Contains(right)) throw Refused(right);
        if (caller.IsUser && right is Right.UserWrite or Right.GroupWrite && !tenant.Users.IsAdministrator(caller)) throw Refused(right);
    }

    public static GraphError Refused(Right right) => right switch
    {
        Right.UserRead or Right.UserWrite or Right.GroupRead or Right.GroupWrite =>
            new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
        Right.Mail or Right.MailSend or Right.Calendar =>
            new(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."),
        Right.Tasks => new(403, "accessDenied", "You do not have the required permissions to access this item, or the item may not exist."),
        _ => new(403, "accessDenied", "Access denied"),
    };

    public JsonObject Report() => J.Obj(("entries", J.Array(used.OrderBy(u => u.Key.Identity, StringComparer.Ordinal)
        .ThenBy(u => u.Key.Operation, StringComparer.Ordinal)
        .Select(u => J.Obj(("identity", u.Key.Identity), ("operation", u.Key.Operation), ("permission", Names[u.Key.Right]),
            ("calls", u.Value))))));
}
