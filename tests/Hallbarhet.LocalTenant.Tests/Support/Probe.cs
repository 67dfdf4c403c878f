namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>An application with just the permissions that a test grants it.</summary>
internal static class Probe
{
    private const string ClientId = "44444444-4444-4444-4444-444444444444";

    /// <summary>Grants exactly this and answers a client with a fresh Graph token.</summary>
    public static async Task<HttpClient> ProbeAsync(this TestTenant tenant, string grants)
    {
        await tenant.GrantAsync("probe", grants);
        return await tenant.AsApplicationAsync(ClientId, "https://graph.microsoft.com");
    }

    public static async Task<HttpClient> SharePointProbeAsync(this TestTenant tenant, string grants)
    {
        await tenant.GrantAsync("probe", grants);
        return await tenant.AsApplicationAsync(ClientId, "https://trollhattanexempel.sharepoint.com");
    }

    public static async Task GrantAsync(this TestTenant tenant, string identity, string grants)
    {
        var body = (JsonObject)JsonNode.Parse("{" + grants + "}")!;
        body["identity"] = identity;
        if (identity == "probe") body["clientId"] = ClientId;
        var answer = await tenant.Raw.SendJsonAsync("POST", "/_tenant/identity", body);
        answer.Status.ShouldBe(200, answer.Text);
    }
}
