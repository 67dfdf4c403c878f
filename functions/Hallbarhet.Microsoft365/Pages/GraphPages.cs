using System.Text.Json;
using System.Text.Json.Nodes;
using Hallbarhet.Group.Overview;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using Hallbarhet.Workspace.Definition;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Pages;

/// <summary>
/// Pages whose content is made from the lists. A page's first section belongs to the people of the group and stays;
/// what follows it is made anew each time.
/// </summary>
public sealed class GraphPages(GroupSite site) : IGroupPages
{
    private const string PageType = "#microsoft.graph.sitePage";

    private readonly Lazy<WorkspaceDefinition> workspace = new(() => WorkspaceFolder.Load());
    private readonly PortErrors errors = new(
        "The page was deleted or the workspace was never applied: restore it from the recycle bin, or run apply.");

    private IRequestAdapter Adapter => site.Connection.Graph.RequestAdapter;

    public Task PublishAsync(string pageKey, IReadOnlyList<PageSection> sections, CancellationToken ct) => errors.Translate(async () =>
    {
        var file = workspace.Value.Pages.FirstOrDefault(p => p.Key == pageKey)?.File
            ?? throw new SetupProblemException($"The workspace's data has no page called {pageKey}.");
        var map = await site.MapAsync(ct);
        var page = $"pages/{await IdAsync(map, file, ct)}/microsoft.graph.sitePage";
        var canvas = await CanvasAsync(site.Address(map, page + "?$expand=canvasLayout"), ct);

        var change = new RequestInformation { HttpMethod = Method.PATCH, URI = site.Address(map, page) };
        change.SetStreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Changed(canvas, sections))), "application/json");
        await WriteAsync(change, ct);
        await WriteAsync(new RequestInformation { HttpMethod = Method.POST, URI = site.Address(map, page + "/publish") }, ct);
    });

    /// <summary>The SDK would name the base type, which the service refuses, and has no builder for this call.</summary>
    private static JsonObject Changed(JsonArray canvas, IReadOnlyList<PageSection> sections)
    {
        var kept = new JsonArray([.. canvas.Take(1).Select(s => s?.DeepClone())]);
        if (sections.Count > 0) kept.Add(Made(kept.Count + 1, SectionHtml.Of(sections)));
        return new JsonObject { ["@odata.type"] = PageType, ["canvasLayout"] = new JsonObject { ["horizontalSections"] = kept } };
    }

    private static JsonObject Made(int number, string html) => new()
    {
        ["id"] = $"{number}",
        ["layout"] = "oneColumn",
        ["columns"] = new JsonArray(new JsonObject
        {
            ["id"] = "1",
            ["width"] = 12,
            ["webparts"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.textWebPart", ["innerHtml"] = html }),
        }),
    };

    private async Task<string> IdAsync(SiteMap map, string file, CancellationToken ct)
    {
        var pages = await site.Connection.Graph.Sites[map.SiteId].Pages.GetAsync(c =>
        {
            c.QueryParameters.Select = ["id", "name"];
            c.QueryParameters.Top = 500;
        }, ct);
        return pages?.Value?.FirstOrDefault(p => string.Equals(p.Name, file, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new NotFoundException($"The page {file} is not on {map.WebUrl}.");
    }

    private async Task<JsonArray> CanvasAsync(Uri address, CancellationToken ct)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        await using var answer = await Adapter.SendPrimitiveAsync<Stream>(request, null, ct) ?? Stream.Null;
        var page = await JsonNode.ParseAsync(answer, cancellationToken: ct);
        var sections = page?["canvasLayout"]?["horizontalSections"] as JsonArray ?? [];
        foreach (var section in sections) Clean(section);
        return sections;
    }

    /// <summary>What the service adds when it answers is not accepted when it comes back; types are.</summary>
    private static void Clean(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items) Clean(item);
        if (node is not JsonObject values) return;
        foreach (var name in values.Select(v => v.Key).Where(IsAnnotation).ToList()) values.Remove(name);
        foreach (var (_, value) in values) Clean(value);
    }

    private static bool IsAnnotation(string name) =>
        name.Contains("@odata.", StringComparison.Ordinal) && !name.EndsWith("@odata.type", StringComparison.Ordinal);

    /// <summary>The same page twice is the same page.</summary>
    private Task WriteAsync(RequestInformation request, CancellationToken ct)
    {
        request.AddRequestOptions([IdempotentWrite.Instance]);
        return Adapter.SendNoContentAsync(request, null, ct);
    }
}
