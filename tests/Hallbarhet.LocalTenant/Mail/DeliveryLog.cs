namespace Hallbarhet.LocalTenant.Mail;

/// <summary>Something that reached, or would reach, somebody's inbox. Kind: message, invitation, update, cancellation, planner, welcome.</summary>
internal sealed record Delivery(string Kind, string From, IReadOnlyList<string> To, string Subject)
{
    public IReadOnlyList<string> Cc { get; init; } = [];

    public IReadOnlyList<string> Bcc { get; init; } = [];

    /// <summary>Immutable id of the copy in the sender's Sent Items; mails that the service itself sends have none.</summary>
    public string? MessageId { get; init; }
}

internal sealed class DeliveryLog(TenantState tenant)
{
    private readonly List<JsonObject> all = [];

    public void Add(Delivery delivery) => all.Add(J.Obj(
        ("index", all.Count), ("kind", delivery.Kind), ("at", tenant.NowText), ("from", delivery.From), ("to", Texts(delivery.To)),
        ("cc", Texts(delivery.Cc)), ("bcc", Texts(delivery.Bcc)), ("subject", delivery.Subject), ("messageId", delivery.MessageId)));

    public JsonObject Since(int index) => J.Obj(("total", all.Count), ("entries", J.Array(all.Skip(index).Select(d => d.DeepClone()))));

    private static JsonArray Texts(IEnumerable<string> texts) => J.Array(texts.Select(t => (JsonNode?)t));
}
