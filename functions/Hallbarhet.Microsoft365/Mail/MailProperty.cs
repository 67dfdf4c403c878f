using Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Mail;

/// <summary>A key that a message or event carries unseen, so that it is found again whatever happened to our memory of it.</summary>
internal sealed class MailProperty(string name)
{
    public static MailProperty Mail { get; } = new("HallbarhetMailKey");

    public static MailProperty Meeting { get; } = new("HallbarhetMeetingKey");

    public string Id => $"String {{8c5a2f6e-3b1d-4c57-9a70-6d1f0a4e2b11}} Name {name}";

    /// <summary>The property is answered only to those who ask for it.</summary>
    public string Expand => $"singleValueExtendedProperties($filter=id eq '{Id}')";

    public List<SingleValueLegacyExtendedProperty> With(string key) => [new() { Id = Id, Value = key }];

    public string Filter(IEnumerable<string> keys) => string.Join(" or ", keys.Select(key =>
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{Id}' and ep/value eq '{key.Replace("'", "''", StringComparison.Ordinal)}')"));

    public string? In(IEnumerable<SingleValueLegacyExtendedProperty>? properties) =>
        properties?.FirstOrDefault(p => string.Equals(p.Id, Id, StringComparison.OrdinalIgnoreCase))?.Value;
}
