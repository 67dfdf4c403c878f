using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Kiota.Abstractions;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Pages are made as drafts and published in the next round, when their ids are known.</summary>
internal static class PageChanges
{
    public static void Add(ApplyStep step, BatchLanes batches, List<(Change, BatchPart)> parts)
    {
        foreach (var change in step.Of(ChangeKind.Page))
        {
            var page = step.Target.Definition.Pages.Single(candidate => candidate.Key == change.Name);
            var request = change.Verb == ChangeVerb.Create ? step.Site.Pages.ToPostRequestInformation(NewPage(step, page)) : Publish(step, page);
            parts.Add((change, batches.For(1).Add(request)));
        }
    }

    private static Models.SitePage NewPage(ApplyStep step, PageDefinition page) => new()
    {
        // The SDK would name the base type, which the service refuses.
        OdataType = "#microsoft.graph.sitePage",
        Name = page.File,
        Title = page.Title,
        PageLayout = Models.PageLayoutType.Article,
        ShowComments = false,
        ShowRecommendedPages = false,
        CanvasLayout = new Models.CanvasLayout { HorizontalSections = [OneColumn(PageHtml.Of(page, step.Target))] },
    };

    private static Models.HorizontalSection OneColumn(string html) => new()
    {
        Id = "1",
        Layout = Models.HorizontalSectionLayoutType.OneColumn,
        Columns =
        [
            new Models.HorizontalSectionColumn
            {
                Id = "1",
                Width = 12,
                Webparts = [new Models.TextWebPart { OdataType = "#microsoft.graph.textWebPart", InnerHtml = html }],
            },
        ],
    };

    /// <summary>The SDK has no builder for this one.</summary>
    private static RequestInformation Publish(ApplyStep step, PageDefinition page)
    {
        var id = step.State.Pages.Single(candidate => string.Equals(candidate.File, page.File, StringComparison.OrdinalIgnoreCase)).Id;
        var root = step.Connection.Options.GraphBaseUrl.ToString().TrimEnd('/');
        var address = $"{root}/sites/{Uri.EscapeDataString(step.State.SiteId!)}/pages/{id}/microsoft.graph.sitePage/publish";
        var publish = new RequestInformation { HttpMethod = Method.POST, URI = new Uri(address) };
        // A page that is published already stays published.
        publish.AddRequestOptions([IdempotentWrite.Instance]);
        return publish;
    }
}
