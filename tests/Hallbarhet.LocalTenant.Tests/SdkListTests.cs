using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Serialization;
using static Hallbarhet.LocalTenant.Tests.Support.SdkScenes;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Changes, columns and pages through the real Graph SDK, as far as the product does not do it.</summary>
[Collection(nameof(SdkTenant))]
public sealed class SdkListTests(SdkTenant tenant)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_are_followed_by_the_links_of_delta()
    {
        var (site, list) = await tenant.ListAsync("andringar");
        var items = tenant.Setup.Sites[site.Id].Lists[list.Id].Items;
        var row = await items.PostAsync(Row(("Title", "Ett")), cancellationToken: Stop);
        var latest = await items.DeltaWithToken("latest").GetAsDeltaWithTokenGetResponseAsync(cancellationToken: Stop);
        latest!.Value!.ShouldBeEmpty();
        var all = await items.Delta.GetAsDeltaGetResponseAsync(cancellationToken: Stop);
        all!.Value!.ShouldHaveSingleItem().Id.ShouldBe(row!.Id);
        await items[row.Id].DeleteAsync(cancellationToken: Stop);
        foreach (var link in (string[])[latest.OdataDeltaLink!, all.OdataDeltaLink!])
        {
            var changed = await items.Delta.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: Stop);
            changed!.Value!.ShouldHaveSingleItem().AdditionalData.ContainsKey("deleted").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_page_as_the_sdk_writes_it_by_itself_is_refused()
    {
        var (_, site, _) = await tenant.GroupAsync("sidtyp");
        var page = new SitePage { Name = "start.aspx", Title = "Start" };
        var refused = await Should.ThrowAsync<ODataError>(() => tenant.Setup.Sites[site.Id].Pages.PostAsync(page, cancellationToken: Stop));
        (refused.ResponseStatusCode, refused.Error!.Code).ShouldBe((400, "invalidRequest"));
    }

    [Fact]
    public async Task Columns_of_every_kind_are_made_and_their_values_read_back()
    {
        var (site, list) = await tenant.ListAsync("slag");
        var columns = tenant.Setup.Sites[site.Id].Lists[list.Id].Columns;
        ColumnDefinition[] kinds =
        [
            new() { Name = "Note", Text = new() { AllowMultipleLines = true } }, new() { Name = "Code", Text = new() { MaxLength = 10 } },
            new() { Name = "Chair", PersonOrGroup = new() { ChooseFromType = "peopleOnly" } },
            new() { Name = "Present", PersonOrGroup = new() { AllowMultipleSelection = true } },
            new() { Name = "Parent", Lookup = new() { ListId = list.Id, ColumnName = "Title" } },
            new() { Name = "Related", Lookup = new() { ListId = list.Id, AllowMultipleValues = true } },
            new() { Name = "HeldAt", DateTime = new() { Format = "dateTime" } }, new() { Name = "Minutes", Number = new() },
            new() { Name = "Standing", Boolean = new() }, new() { Name = "Link", HyperlinkOrPicture = new() },
        ];
        foreach (var kind in kinds) _ = await columns.PostAsync(kind, cancellationToken: Stop);
        var items = tenant.Setup.Sites[site.Id].Lists[list.Id].Items;
        _ = await items.PostAsync(Row(("Title", "Ett"), ("Note", "a\nb"), ("Code", "A1"), ("HeldAt", "2026-03-12T09:00:00Z"), ("Minutes", 45),
            ("Standing", true)), cancellationToken: Stop);
        var two = await items.PostAsync(Row(("Title", "Två"), ("ParentLookupId", 1), ("RelatedLookupId@odata.type", "Collection(Edm.Int32)"),
            ("RelatedLookupId", new UntypedArray([new UntypedInteger(1)]))), cancellationToken: Stop);
        two!.Fields!.AdditionalData["ParentLookupId"].ShouldBe("1");
        var one = (await items["1"].GetAsync(c => c.QueryParameters.Expand = ["fields($select=Minutes,Standing,HeldAt)"], Stop))!.Fields!.AdditionalData;
        (one["Minutes"], one["Standing"], ((DateTime)one["HeldAt"]).Hour).ShouldBe((45m, true, 9));
        var refused = await Should.ThrowAsync<ODataError>(() => items["1"].Fields.PatchAsync(
            new() { AdditionalData = new Dictionary<string, object> { ["Link"] = "https://x.example" } }, cancellationToken: Stop));
        refused.Error!.Code.ShouldBe("invalidRequest");
    }
}
