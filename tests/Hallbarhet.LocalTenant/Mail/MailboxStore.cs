using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Mail;

internal sealed class MailboxStore(TenantState tenant)
{
    private readonly Dictionary<string, Mailbox> byUser = [];
    public Mailbox Get(Call call)
    {
        var user = tenant.Users.Find(call["user"])
            ?? throw new GraphError(404, "ErrorInvalidUser", $"The requested user '{call["user"]}' is invalid.");
        tenant.Access.DemandMailbox(call, user);
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
}
