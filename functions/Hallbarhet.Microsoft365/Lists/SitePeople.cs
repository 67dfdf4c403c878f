using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>
/// Translates the mail address that Graph shows for an editor into the number by which person columns know the same person.
/// The site's own list of people is read when somebody appears who is not known yet.
/// </summary>
internal sealed class SitePeople(GroupSite site)
{
    private readonly ConcurrentDictionary<string, int> byAddress = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who made the version; null when the service does not tell, or when an application made it.</summary>
    public async Task<PersonId?> OfAsync(JsonElement version, CancellationToken ct)
    {
        if (!version.TryGetProperty("lastModifiedBy", out var by) || !by.TryGetProperty("user", out var user)) return null;
        if (new Fields(user).Text("email") is not { } address) return null;
        if (!byAddress.ContainsKey(address)) await ReadAsync(ct);
        return byAddress.TryGetValue(address, out var id) ? new PersonId(id) : null;
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var map = await site.MapAsync(ct);
        if (map.People is not { } list) return;
        Uri? next = site.Address(map, $"lists/{list.Id}/items?$select=id&$expand=fields($select=EMail,UserName)&$top=2000");
        while (next is not null)
        {
            var batch = new GraphBatch(site.Connection);
            var part = batch.Add(new RequestInformation { HttpMethod = Method.GET, URI = next });
            await batch.SendAsync(ct);
            foreach (var person in part.Json.GetProperty("value").EnumerateArray()) Learn(person);
            next = part.Json.NextLink();
        }
    }

    private void Learn(JsonElement person)
    {
        var fields = new Fields(person.GetProperty("fields"));
        var id = int.Parse(person.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
        foreach (var address in new[] { fields.Text("EMail"), fields.Text("UserName") }.OfType<string>()) byAddress[address] = id;
    }
}
