using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Serialization;
using static Hallbarhet.LocalTenant.Tests.Support.SdkScenes;
using Upload = Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession.CreateUploadSessionPostRequestBody;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>What the product does, through the real Graph SDK over a socket.</summary>
[Collection(nameof(SdkTenant))]
public sealed class SdkTests(SdkTenant tenant)
{
    private const string KeyId = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name MailKey";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_join_and_leave_a_group()
    {
        var (group, _, _) = await tenant.GroupAsync("grupp-ett");
        var user = await tenant.UserAsync("medlem.ett");
        var reference = new ReferenceCreate { OdataId = Graph + "directoryObjects/" + user.Id };
        await tenant.Setup.Groups[group.Id].Members.Ref.PostAsync(reference, cancellationToken: Stop);
        var members = await tenant.Setup.Groups[group.Id].Members.GraphUser.GetAsync(cancellationToken: Stop);
        members!.Value!.ShouldHaveSingleItem().Mail.ShouldBe(user.Mail);
        (await tenant.Setup.Groups[group.Id].Members.GetAsync(cancellationToken: Stop))!.Value!.ShouldHaveSingleItem().ShouldBeOfType<User>();
        await tenant.Setup.Groups[group.Id].Members[user.Id].Ref.DeleteAsync(cancellationToken: Stop);
        (await tenant.Setup.Groups[group.Id].Members.GetAsync(cancellationToken: Stop))!.Value!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_is_found_by_its_path_and_its_lists_with_columns()
    {
        var (site, list) = await tenant.ListAsync("listor");
        var byPath = await tenant.Setup.Sites["trollhattanexempel.sharepoint.com:/sites/listor"].GetAsync(cancellationToken: Stop);
        byPath!.Id.ShouldBe(site.Id);
        var lists = await tenant.Setup.Sites[site.Id].Lists.GetAsync(c =>
        {
            c.QueryParameters.Select = ["id", "name", "displayName"];
            c.QueryParameters.Expand = ["columns"];
        }, Stop);
        var found = lists!.Value!.Single(l => l.Id == list.Id);
        found.Columns!.Where(c => c.ColumnGroup == "Custom Columns").Select(c => c.Name!).ShouldBe(["Status", "DueOn", "Tags"]);
    }

    [Fact]
    public async Task Rows_are_written_read_page_by_page_and_guarded_by_etags()
    {
        var (site, list) = await tenant.ListAsync("rader");
        var items = tenant.Setup.Sites[site.Id].Lists[list.Id].Items;
        for (var n = 1; n <= 5; n++)
            _ = await items.PostAsync(Row(("Title", $"Rad {n}"), ("Status", "Öppen"), ("DueOn", "2026-04-01"),
                ("Tags@odata.type", "Collection(Edm.String)"),
                ("Tags", new UntypedArray([new UntypedString("a")]))), cancellationToken: Stop);
        var page = await items.GetAsync(c =>
        {
            c.QueryParameters.Expand = ["fields($select=Title,Status,DueOn,Tags)"];
            c.QueryParameters.Filter = "fields/Status eq 'Öppen' and fields/DueOn ge '2026-03-01T00:00:00Z'";
            c.QueryParameters.Top = 2;
        }, Stop);
        var titles = new List<string>();
        var all = PageIterator<ListItem, ListItemCollectionResponse>.CreatePageIterator(tenant.Setup, page!, i =>
        {
            titles.Add((string)i.Fields!.AdditionalData["Title"]);
            return true;
        });
        await all.IterateAsync(Stop);
        titles.ShouldBe(["Rad 1", "Rad 2", "Rad 3", "Rad 4", "Rad 5"]);
        var first = page!.Value![0];
        var changes = new FieldValueSet { AdditionalData = new Dictionary<string, object> { ["Status"] = "Klar" } };
        _ = await items[first.Id].Fields.PatchAsync(changes, c => c.Headers.Add("If-Match", first.ETag!), Stop);
        var refused = await Should.ThrowAsync<ODataError>(
            () => items[first.Id].Fields.PatchAsync(changes, c => c.Headers.Add("If-Match", first.ETag!), Stop));
        (refused.ResponseStatusCode, refused.Error!.Code).ShouldBe((412, "resourceModified"));
    }

    [Fact]
    public async Task A_batch_of_reads_gives_typed_answers()
    {
        var (site, list) = await tenant.ListAsync("satser");
        _ = await tenant.Setup.Sites[site.Id].Lists[list.Id].Items.PostAsync(Row(("Title", "Ett")), cancellationToken: Stop);
        var batch = new BatchRequestContentCollection(tenant.Setup);
        var items = tenant.Setup.Sites[site.Id].Lists[list.Id].Items;
        var rows = await batch.AddBatchRequestStepAsync(items.ToGetRequestInformation(c => c.QueryParameters.Expand = ["fields"]));
        var missing = await batch.AddBatchRequestStepAsync(tenant.Setup.Users["nobody"].ToGetRequestInformation());
        var answer = await tenant.Setup.Batch.PostAsync(batch, Stop);
        (await answer.GetResponseByIdAsync<ListItemCollectionResponse>(rows)).Value!.Count.ShouldBe(1);
        (await answer.GetResponsesStatusCodesAsync())[missing].ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_go_up_whole_or_in_slices_and_come_down()
    {
        var (site, _) = await tenant.ListAsync("filer");
        var drive = (await tenant.Setup.Sites[site.Id].Drive.GetAsync(cancellationToken: Stop))!;
        var root = tenant.Setup.Drives[drive.Id].Items["root"];
        var small = await root.ItemWithPath("2026/möte 3.txt").Content.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("hej")),
            cancellationToken: Stop);
        using var read = new StreamReader((await tenant.Setup.Drives[drive.Id].Items[small!.Id].Content.GetAsync(cancellationToken: Stop))!);
        (await read.ReadToEndAsync(Stop)).ShouldBe("hej");
        var session = await root.ItemWithPath("stor.bin").CreateUploadSession.PostAsync(new Upload
        {
            Item = new() { AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" } },
        }, cancellationToken: Stop);
        using var content = new MemoryStream(new byte[700_000]);
        var upload = new LargeFileUploadTask<DriveItem>(session!, content, 320 * 1024, tenant.Setup.RequestAdapter);
        (await upload.UploadAsync(cancellationToken: Stop)).ItemResponse.Size.ShouldBe(700_000);
    }

    [Fact]
    public async Task A_page_is_created_and_read_with_its_canvas()
    {
        var (_, site, _) = await tenant.GroupAsync("sidor");
        var text = new TextWebPart { OdataType = "#microsoft.graph.textWebPart", InnerHtml = "<p>Hej</p>" };
        var column = new HorizontalSectionColumn { Id = "1", Width = 12, Webparts = [text] };
        var page = new SitePage
        {
            OdataType = "#microsoft.graph.sitePage",
            Name = "start.aspx",
            Title = "Start",
            CanvasLayout = new() { HorizontalSections = [new() { Layout = HorizontalSectionLayoutType.OneColumn, Id = "1", Columns = [column] }] },
        };
        var made = await tenant.Setup.Sites[site.Id].Pages.PostAsync(page, cancellationToken: Stop);
        var pages = tenant.Setup.Sites[site.Id].Pages;
        var read = await pages[made!.Id].GraphSitePage.GetAsync(c => c.QueryParameters.Expand = ["canvasLayout"], Stop);
        var part = read!.CanvasLayout!.HorizontalSections![0].Columns![0].Webparts![0];
        part.ShouldBeOfType<TextWebPart>().InnerHtml.ShouldBe("<p>Hej</p>");
    }

    [Fact]
    public async Task A_plan_has_buckets_and_tasks_that_are_completed()
    {
        var (group, _, owner) = await tenant.GroupAsync("tavla");
        var wanted = new PlannerPlan { Title = "Tavlan", Container = new() { Url = Graph + "groups/" + group.Id } };
        var plan = await tenant.Runtime.Planner.Plans.PostAsync(wanted, cancellationToken: Stop);
        var bucket = await tenant.Runtime.Planner.Buckets.PostAsync(new() { Name = "Att göra", PlanId = plan!.Id, OrderHint = " !" },
            cancellationToken: Stop);
        var assignment = new PlannerAssignment { OdataType = "#microsoft.graph.plannerAssignment", OrderHint = " !" };
        var task = await tenant.Runtime.Planner.Tasks.PostAsync(new()
        {
            PlanId = plan.Id,
            BucketId = bucket!.Id,
            Title = "Kartlägg",
            DueDateTime = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
            Assignments = new() { AdditionalData = new Dictionary<string, object> { [owner.Id!] = assignment } },
        }, cancellationToken: Stop);
        var etag = (string)task!.AdditionalData["@odata.etag"];
        var complete = new PlannerTask { PercentComplete = 100 };
        _ = await tenant.Runtime.Planner.Tasks[task.Id].PatchAsync(complete, c => c.Headers.Add("If-Match", etag), Stop);
        var done = await tenant.Runtime.Planner.Plans[plan.Id].Tasks.GetAsync(cancellationToken: Stop);
        done!.Value!.ShouldHaveSingleItem().CompletedDateTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_draft_is_made_found_by_key_and_sent()
    {
        var box = await tenant.UserAsync("brevlada");
        await tenant.UseMailboxAsync(box.UserPrincipalName!);
        var messages = tenant.Runtime.Users[box.Id].Messages;
        var draft = await messages.PostAsync(new()
        {
            Subject = "Dagordning 12 mars 2026",
            Body = new() { ContentType = BodyType.Html, Content = "<p>Hej</p>" },
            ToRecipients = [new() { EmailAddress = new() { Address = box.Mail } }],
            Attachments = [new FileAttachment { OdataType = "#microsoft.graph.fileAttachment", Name = "a.txt", ContentBytes = [1, 2] }],
            SingleValueExtendedProperties = [new() { Id = KeyId, Value = "m3/1" }],
        }, c => c.Headers.Add("Prefer", "IdType=\"ImmutableId\""), Stop);
        await messages[draft!.Id].Send.PostAsync(c => c.Headers.Add("Prefer", "IdType=\"ImmutableId\""), Stop);
        var found = await messages.GetAsync(c =>
        {
            c.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{KeyId}' and ep/value eq 'm3/1')";
            c.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{KeyId}')"];
            c.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        }, Stop);
        var sent = found!.Value!.ShouldHaveSingleItem();
        (sent.Id, sent.IsDraft, sent.SingleValueExtendedProperties![0].Value).ShouldBe((draft.Id, false, "m3/1"));
        var inbox = await tenant.Runtime.Users[box.Id].MailFolders["inbox"].GetAsync(cancellationToken: Stop);
        inbox!.UnreadItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_invites_and_reads_in_the_clients_time_zone()
    {
        var box = await tenant.UserAsync("kalender");
        await tenant.UseMailboxAsync(box.Mail!);
        var made = await tenant.Runtime.Users[box.Id].Events.PostAsync(new()
        {
            Subject = "Möte 3",
            TransactionId = "mote-3",
            Start = new() { DateTime = "2026-07-01T09:00:00", TimeZone = "Europe/Stockholm" },
            End = new() { DateTime = "2026-07-01T11:00:00", TimeZone = "Europe/Stockholm" },
            Attendees = [new() { Type = AttendeeType.Required, EmailAddress = new() { Address = "gast@annan.example" } }],
        }, cancellationToken: Stop);
        var read = await tenant.Runtime.Users[box.Id].Events[made!.Id].GetAsync(cancellationToken: Stop);
        (read!.Start!.DateTime, read.Start.TimeZone).ShouldBe(("2026-07-01T07:00:00.0000000", "UTC"));
        await tenant.Runtime.Users[box.Id].Events[made.Id].Cancel.PostAsync(new() { Comment = "Inställt" }, cancellationToken: Stop);
    }
}
