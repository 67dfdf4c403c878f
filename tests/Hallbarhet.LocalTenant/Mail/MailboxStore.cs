using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Mail;

internal sealed class MailboxStore
{
    private readonly Dictionary<string, Mailbox> byUser = [];
    private readonly TenantState tenant;
    private string? runtimeMailbox;

    public MailboxStore(TenantState tenant) => (this.tenant, runtimeMailbox) = (tenant, tenant.Options.RuntimeMailbox);

    /// <summary>The one mailbox of the runtime identity, as Exchange's role-based access would limit it.</summary>
    public void Grant(string mailbox) => runtimeMailbox = mailbox;

    public Mailbox Get(Call call, Right right)
    {
        var user = tenant.Users.Find(call["user"])
            ?? throw new GraphError(404, "ErrorInvalidUser", $"The requested user '{call["user"]}' is invalid.");
        Demand(call.Caller, user, right);
        return Of(user) ?? throw new GraphError(404, "MailboxNotEnabledForRESTAPI",
            "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
    }

    /// <summary>The mailbox behind an address, or null when nobody here has it.</summary>
    public Mailbox? ByAddress(string address) => tenant.Users.ByMail(address) is { } user ? Of(user) : null;

    public string NewId(string prefix) => tenant.Ids.Opaque(prefix, 80);

    private Mailbox? Of(UserAccount user)
    {
        if (user.Mail is null) return null;
        return byUser.TryGetValue(user.Id, out var mailbox) ? mailbox : byUser[user.Id] = new(user);
    }

    private void Demand(Caller caller, UserAccount user, Right right)
    {
        var allowed = caller.IsUser
            ? caller.UserId == user.Id
            : caller != Caller.Runtime
                || (runtimeMailbox is not null && user == (tenant.Users.Find(runtimeMailbox) ?? tenant.Users.ByMail(runtimeMailbox)));
        if (allowed) return;
        if (caller == Caller.Runtime && runtimeMailbox is null)
            throw new GraphError(403, "ErrorAccessDenied",
                "Access is denied. The runtime identity has no mailbox yet: POST /_tenant/identity {\"mailbox\": \"…\"}.");
        throw PermissionTable.Refused(right);
    }
}
