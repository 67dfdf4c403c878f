using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Makes accounts known to the site; a person column takes the site's own number, not the account's id.</summary>
internal sealed class SitePeople(Microsoft365Connection connection)
{
    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for an account that does not exist.</summary>
    public int? Id(string upn) => ids.TryGetValue(upn, out var id) ? id : null;

    public async Task EnsureAsync(SeedRow row, WorkspaceState state, CancellationToken cancellationToken)
    {
        foreach (var person in row.Values.Values.OfType<SeedValue.Person>().Where(person => !ids.ContainsKey(person.Upn) && !state.IsUnknown(person.Upn)))
            ids[person.Upn] = await EnsureAsync(person.Upn, cancellationToken);
    }

    private async Task<int> EnsureAsync(string upn, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "_api/web/ensureuser")
        {
            Content = JsonContent.Create(new { logonName = $"i:0#.f|membership|{upn}" }),
        };
        // Ensuring twice gives the same number.
        RetryRules.MarkIdempotent(request);
        using var response = await connection.SharePoint.SendAsync(request, cancellationToken);
        using var user = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return user.RootElement.GetProperty("Id").GetInt32();
    }
}
