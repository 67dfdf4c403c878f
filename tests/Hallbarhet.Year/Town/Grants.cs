using System.Text.Json.Nodes;
using Hallbarhet.Year.Checks;

namespace Hallbarhet.Year.Town;

/// <summary>What IT grants the service before it starts: exactly what provisioning/permissions.json says, and nothing of it unused.</summary>
public static class Grants
{
    private static readonly JsonNode Runtime = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "permissions.json")))!["runtime"]!;

    public static Task GiveAsync(Stage stage, bool plannerOn) => stage.TellTenantAsync("identity", new JsonObject
    {
        ["identity"] = "runtime",
        ["roles"] = new JsonArray([.. Texts("graph").Concat(plannerOn ? Texts("graphWithPlanner") : []).Select(t => (JsonNode)t)]),
        ["sharePointRoles"] = new JsonArray([.. Texts("sharePoint").Select(t => (JsonNode)t)]),
        ["sites"] = new JsonArray(new JsonObject { ["site"] = "/sites/" + Founding.SiteName, ["roles"] = new JsonArray((string)Runtime["siteRole"]!) }),
        ["mailbox"] = Founding.ServiceMailbox,
    });

    public static async Task<Check> CheckAsync(Stage stage)
    {
        var own = (await stage.TenantAsync("permissions")).GetProperty("identities").EnumerateArray()
            .Single(identity => identity.GetProperty("identity").GetString() == "runtime");
        return Check.That("the service used each permission that IT grants it", own.GetProperty("unused").EnumerateArray().Select(name => name.GetString()!));
    }

    private static IEnumerable<string> Texts(string kind) => Runtime[kind]!.AsArray().Select(name => (string)name!);
}
