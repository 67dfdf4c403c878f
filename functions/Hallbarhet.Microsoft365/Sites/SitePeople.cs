using System.Text.Json.Nodes;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Makes accounts known to the site; a person column takes the site's own number, not the account's id.</summary>
internal sealed class SitePeople(Microsoft365Connection connection)
{
    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for an account that does not exist.</summary>
    public int? Id(string upn) => ids.TryGetValue(upn, out var id) ? id : null;

    /// <summary>Everybody whom the rows name, in one round trip; ensuring twice gives the same number.</summary>
    public async Task EnsureAsync(IEnumerable<SeedRow> rows, WorkspaceState state, CancellationToken cancellationToken)
    {
        var batch = new RestBatch(connection);
        var parts = rows.SelectMany(row => row.Values.Values).OfType<SeedValue.Person>().Select(person => person.Upn)
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(upn => !ids.ContainsKey(upn) && !state.IsUnknown(upn))
            .Select(upn => (Upn: upn, Part: batch.Add(Ensure(upn)))).ToList();
        if (parts.Count == 0)
            return;
        await batch.SendAsync(cancellationToken);
        foreach (var (upn, part) in parts)
            ids[upn] = part.Json.GetProperty("Id").GetInt32();
    }

    private static RestPart Ensure(string upn) =>
        RestPart.Post("_api/web/ensureuser", new JsonObject { ["logonName"] = $"i:0#.f|membership|{upn}" }, idempotent: true);
}
