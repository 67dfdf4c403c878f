using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Overview;
using Hallbarhet.Microsoft365.Pages;
using Microsoft.Graph.Models;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class PagesTests : IAsyncLifetime
{
    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task The_made_part_is_replaced_and_the_groups_own_words_stay()
    {
        var pages = new GraphPages(tenant.Site);
        await pages.PublishAsync("departments", [new("Förra", [new("Gammalt", null, null)])], Ct);
        await pages.PublishAsync("departments",
        [
            new("Miljö & <b>klimat</b>", [new("Solceller", "Klart i höst <script>", "https://trollhattan.example/a?b=1&c=2"), new("Fälla", null, "javascript:alert(1)")]),
        ], Ct);

        var site = tenant.Setup.Graph.Sites[await tenant.SiteIdAsync(Ct)];
        var id = (await site.Pages.GetAsync(null, Ct))!.Value!.Single(p => p.Name == "Det-har-gor-forvaltningarna.aspx").Id;
        var address = $"{tenant.Setup.Options.GraphBaseUrl}/sites/{await tenant.SiteIdAsync(Ct)}/pages/{id}/microsoft.graph.sitePage?$expand=canvasLayout";
        var page = await site.Pages[id].GraphSitePage.WithUrl(address).GetAsync(null, Ct);
        var texts = page!.CanvasLayout!.HorizontalSections!.Select(s => ((TextWebPart)s.Columns![0].Webparts![0]).InnerHtml!).ToList();
        page.PublishingState!.Level.ShouldBe("published");
        texts.Count.ShouldBe(2);
        texts[0].ShouldContain("arbetar med ekologisk");
        texts[1].ShouldBe("<h2>Milj&#246; &amp; &lt;b&gt;klimat&lt;/b&gt;</h2><ul><li><strong><a href=\"https://trollhattan.example/a?b=1&amp;c=2\">Solceller</a>"
            + "</strong> Klart i h&#246;st &lt;script&gt;</li><li><strong>F&#228;lla</strong></li></ul>");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_named_to_IT()
    {
        var site = tenant.Setup.Graph.Sites[await tenant.SiteIdAsync(Ct)];
        var id = (await site.Pages.GetAsync(null, Ct))!.Value!.Single(p => p.Name == "Det-har-gor-forvaltningarna.aspx").Id;
        await site.Pages[id].DeleteAsync(null, Ct);

        var error = await Should.ThrowAsync<SetupProblemException>(() => new GraphPages(tenant.Site).PublishAsync("departments", [], Ct));

        error.Message.ShouldContain("Det-har-gor-forvaltningarna.aspx");
    }
}
