#:package Azure.Identity
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Tries on a tenant what no documentation says for sure, and records the answers. See docs/verification.md.
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;

var options = Options.Read(args);
if (options is null) return 1;
var facts = JsonNode.Parse(File.ReadAllText(Path.Combine(Options.Folder(), "facts.json")))!["facts"]!.AsArray();
var wanted = facts.OfType<JsonObject>().Where(f => options.Only.Length == 0 || options.Only.Contains(f["id"]!.ToString())).ToList();
if (options.Dry)
{
    foreach (var fact in wanted) Console.WriteLine($"{fact["id"]}  {fact["tried"]}");
    return 0;
}
using var tenant = await Tenant.ConnectAsync(options);
var results = new JsonArray();
foreach (var fact in wanted)
{
    var result = await new Trial(tenant, fact).RunAsync();
    results.Add(result);
    Console.WriteLine($"{fact["id"]}  {result["means"]}");
}
Record.Write(options, tenant, results);
return results.Any(r => r!["means"]!.ToString() == Trial.Unexpected) ? 2 : 0;

internal sealed record Options(string Settings, Uri? Tenant, string Out, string[] Only, bool Dry)
{
    private const string Usage =
        "usage: dotnet run scripts/verify/verify.cs -- --settings FILE [--tenant http://127.0.0.1:PORT] [--out FOLDER] [--only V01,V02] [--dry]";

    public static Options? Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i++)
            given[args[i]] = args[i] == "--dry" || i + 1 == args.Length ? "" : args[++i];
        string[] known = ["--settings", "--tenant", "--out", "--only", "--dry"];
        if (given.Keys.All(known.Contains) && given.TryGetValue("--settings", out var settings))
            return new(settings, given.TryGetValue("--tenant", out var url) ? new(url) : null, given.GetValueOrDefault("--out", "out/verify"),
                given.GetValueOrDefault("--only", "").Split(',', StringSplitOptions.RemoveEmptyEntries), given.ContainsKey("--dry"));
        Console.Error.WriteLine(Usage);
        return null;
    }

    public static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

/// <summary>The tenant with its identities, and the values that stand for the words in braces.</summary>
internal sealed class Tenant(Options options, JsonObject settings) : IDisposable
{
    private readonly JsonObject settings = settings;
    private readonly Dictionary<string, HttpClient> clients = [];

    public Dictionary<string, string> Values { get; } = new()
    {
        ["run"] = TimeProvider.System.GetUtcNow().ToString("yyMMddHHmmss", CultureInfo.InvariantCulture),
        ["siteName"] = settings["siteName"]!.ToString(),
        ["group"] = settings["groupId"]!.ToString(),
        ["mailbox"] = settings["mailbox"]!.ToString(),
        ["memberName"] = settings["member"]!.ToString(),
    };

    /// <summary>The address of a real tenant is no personal data; ids and names of people are never recorded.</summary>
    public string Name => options.Tenant is null ? settings["sharePointHost"]!.ToString() : "local tenant";

    public static async Task<Tenant> ConnectAsync(Options options)
    {
        var tenant = new Tenant(options, (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(options.Settings))!);
        var site = await tenant.SendAsync("setup", new(HttpMethod.Get, $"/v1.0/sites/{tenant.settings["sharePointHost"]}:/sites/{tenant.Values["siteName"]}?$select=id"));
        tenant.Values["site"] = Id(site, "the site");
        foreach (var name in (string[])["member", "other"])
            tenant.Values[name] = Id(await tenant.SendAsync("setup", new(HttpMethod.Get, $"/v1.0/users/{tenant.settings[name]}?$select=id")), name);
        return tenant;
    }

    public async Task<(int Status, JsonObject? Body)> SendAsync(string who, HttpRequestMessage request)
    {
        var client = clients.TryGetValue(who, out var known) ? known : clients[who] = await SignInAsync(who);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null);
    }

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }

    private static string Id((int Status, JsonObject? Body) answer, string what) => answer.Body?["id"]?.ToString()
        ?? throw new InvalidOperationException($"{what} of the settings cannot be read: {answer.Status} {answer.Body?["error"]?["message"]}");

    private async Task<HttpClient> SignInAsync(string who)
    {
        var sharePoint = who.EndsWith("SharePoint", StringComparison.Ordinal);
        var resource = sharePoint ? $"https://{settings["sharePointHost"]}" : "https://graph.microsoft.com";
        var credential = Credential((JsonObject)settings[who.Replace("SharePoint", "", StringComparison.Ordinal)]!);
        var token = await credential.GetTokenAsync(new([resource + "/.default"]), default);
        var client = new HttpClient { BaseAddress = options.Tenant ?? new(resource) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        _ = client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "NONISV|Trollhattan|HallbarhetVerify/1.0");
        if (sharePoint) client.DefaultRequestHeaders.Accept.ParseAdd("application/json;odata=nometadata");
        return client;
    }

    /// <summary>A certificate where the settings name one, else the managed identity of the host (of a local tenant too).</summary>
    private TokenCredential Credential(JsonObject application)
    {
        if (options.Tenant is { } local)
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", new Uri(local, "_tenant/msi/token").ToString());
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", "local-tenant");
        }
        return options.Tenant is null && application["certificate"] is { } certificate
            ? new ClientCertificateCredential(settings["tenantId"]!.ToString(), application["clientId"]!.ToString(), certificate.ToString())
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(application["clientId"]!.ToString()));
    }
}

/// <summary>One fact: its steps one after the other, what the last one was answered, and the clearing up.</summary>
internal sealed partial class Trial(Tenant tenant, JsonObject fact)
{
    public const string Unexpected = "An answer that nobody thought of: look at it together with a developer.";

    private static readonly JsonObject Unprepared =
        new() { ["means"] = "It could not be tried: a step before it was refused.", ["product"] = "Grant what the step needs, and try again with --only." };

    private readonly Dictionary<string, string> values = new(tenant.Values);

    public async Task<JsonObject> RunAsync()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var steps = fact["steps"]!.AsArray();
        (int Status, JsonObject? Body) answer = (0, null);
        var done = 0;
        while (done < steps.Count && answer.Status < 400) answer = await StepAsync((JsonObject)steps[done++]!);
        var seconds = (int)clock.Elapsed.TotalSeconds;
        var left = await ClearUpAsync();
        // What prepares a fact says nothing about it.
        var means = done == steps.Count ? Means(answer.Status, answer.Body) : Unprepared;
        return new()
        {
            ["id"] = fact["id"]!.DeepClone(),
            ["statement"] = fact["statement"]!.DeepClone(),
            ["status"] = answer.Status,
            ["code"] = (answer.Body?["error"]?["code"] ?? answer.Body?["odata.error"]?["code"])?.ToString(),
            ["seconds"] = seconds,
            ["means"] = means?["means"]!.ToString() ?? Unexpected,
            ["product"] = means?["product"]!.ToString() ?? "",
            ["left"] = left,
            ["on"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private async Task<(int Status, JsonObject? Body)> StepAsync(JsonObject step)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using var request = Request(step);
            var answer = await tenant.SendAsync(step["as"]?.ToString() ?? "setup", request);
            foreach (var (name, path) in step["keep"] as JsonObject ?? [])
                if (answer.Body?[path!.ToString()] is { } kept) values[name] = kept.ToString();
            if (step["until"] is not { } until || answer.Status == (int)until || clock.Elapsed.TotalSeconds > (int)step["seconds"]!) return answer;
            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }

    private HttpRequestMessage Request(JsonObject step)
    {
        var request = new HttpRequestMessage(new(step["method"]!.ToString()), Fill(step["url"]!.ToString()));
        if (step["body"] is { } body) request.Content = Json(body);
        else if (step["bytes"] is { } size) request.Content = new ByteArrayContent(new byte[(int)size]) { Headers = { ContentType = new("application/octet-stream") } };
        if (step["merge"] is not null) request.Headers.Add("X-HTTP-Method", "MERGE");
        if (step["merge"] is not null || step["match"] is not null)
            request.Headers.TryAddWithoutValidation("If-Match", Fill(step["match"]?.ToString() ?? "*"));
        return request;
    }

    /// <summary>A number is written as "#{name}", because a placeholder is no JSON number.</summary>
    private StringContent Json(JsonNode body) =>
        new(Number().Replace(Fill(body.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), "$1"), Encoding.UTF8, "application/json");

    private string Fill(string text) => values.Aggregate(text, (all, v) => all.Replace($"{{{v.Key}}}", v.Value, StringComparison.Ordinal));

    private JsonObject? Means(int status, JsonObject? body) => fact["answers"]!.AsArray().OfType<JsonObject>().FirstOrDefault(a =>
        a["status"]!.AsArray().Any(s => (int)s! == status)
        && (a["path"] is not { } path || body?[path.ToString()]?.ToString() == Fill(a["is"]!.ToString())));

    /// <summary>How many things could not be taken away again.</summary>
    private async Task<int> ClearUpAsync()
    {
        var left = 0;
        foreach (var step in fact["cleanup"] as JsonArray ?? [])
        {
            if (Fill(step!["url"]!.ToString()).Contains('{', StringComparison.Ordinal)) continue;
            var answer = await StepAsync((JsonObject)step);
            if (answer.Status is not (200 or 204 or 404)) left++;
        }
        return left;
    }

    [GeneratedRegex("\"#(\\d+)\"")]
    private static partial Regex Number();
}

internal static class Record
{
    public static void Write(Options options, Tenant tenant, JsonArray results)
    {
        _ = Directory.CreateDirectory(options.Out);
        var text = new StringBuilder($"# Verification of {tenant.Name}\n\n| Fact | Answer | Status | What the product does | Left behind |\n|---|---|---|---|---|\n");
        foreach (var r in results)
            _ = text.Append(CultureInfo.InvariantCulture, $"| {r!["id"]} {r["statement"]} | {r["means"]} | {r["status"]} {r["code"]} | {r["product"]} | {r["left"]} |\n");
        File.WriteAllText(Path.Combine(options.Out, "verification.md"), text.ToString());
        var all = new JsonObject { ["tenant"] = tenant.Name, ["facts"] = results.DeepClone() };
        File.WriteAllText(Path.Combine(options.Out, "verification.json"), all.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Console.WriteLine($"{results.Count} facts of {tenant.Name} are recorded in {options.Out}");
    }
}
