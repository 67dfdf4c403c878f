using System.IO.Compression;
using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class FileTests
{
    private static async Task<(TestTenant Tenant, string Drive)> LibraryAsync(LocalTenantOptions? options = null)
    {
        var tenant = await TestTenant.StartAsync(options);
        var list = await tenant.AsSetup.SendTextAsync("POST", tenant.Sites + "/lists",
            """{"displayName":"MeetingDocuments","list":{"template":"documentLibrary"},"columns":[{"name":"SourceKey","indexed":true,"text":{}}]}""");
        var drive = await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/{list.Json["id"]}/drive");
        return (tenant, $"/v1.0/drives/{drive.Json["id"]}");
    }

    private static Task<Answer> PutAsync(TestTenant tenant, string drive, string path, byte[] content, string query = "",
        params (string, string)[] headers) =>
        tenant.AsRuntime.SendBytesAsync("PUT", $"{drive}/root:/{path}:/content{query}", content, headers);

    /// <summary>The smallest package that Word and LibreOffice open.</summary>
    public static byte[] Docx(string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Part(zip, "word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>""");
        }
        return stream.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    [Fact]
    public async Task An_upload_makes_the_folders_on_its_way_and_reads_back_through_a_redirect()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var file = await PutAsync(tenant, drive, "2026-03-12 Möte 3/bilaga.txt", [1, 2, 3]);
        file.Status.ShouldBe(201, file.Text);
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/items/{file.Json["id"]}/content")).Bytes.ShouldBe([1, 2, 3]);
        var children = (await tenant.AsRuntime.GetJsonAsync($"{drive}/root/children")).Values;
        children.ShouldHaveSingleItem()!["folder"]!["childCount"]!.GetValue<int>().ShouldBe(1);
        file.Json["@microsoft.graph.downloadUrl"]!.GetValue<string>().ShouldStartWith("http://localhost");
    }

    [Fact]
    public async Task An_office_file_reads_back_with_another_hash_and_the_same_content()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var sent = Docx("Dagordning");
        var file = await PutAsync(tenant, drive, "dagordning.docx", sent);
        var read = (await tenant.AsRuntime.GetJsonAsync($"{drive}/items/{file.Json["id"]}/content")).Bytes;
        read.ShouldNotBe(sent);
        using var zip = new ZipArchive(new MemoryStream(read));
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        (await document.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("Dagordning");
        var again = await PutAsync(tenant, drive, "kopia.docx", read);
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/items/{again.Json["id"]}/content")).Bytes.ShouldNotBe(read);
    }

    [Fact]
    public async Task An_etag_guards_content_and_deletion()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var first = (await PutAsync(tenant, drive, "lease.json", [1])).Json["eTag"]!.GetValue<string>();
        (await PutAsync(tenant, drive, "lease.json", [2], "", ("If-Match", first))).Status.ShouldBe(200);
        (await PutAsync(tenant, drive, "lease.json", [3], "", ("If-Match", first))).Status.ShouldBe(412);
        (await tenant.AsRuntime.SendTextAsync("DELETE", $"{drive}/root:/lease.json", null, ("If-Match", first))).Status.ShouldBe(412);
        (await tenant.AsRuntime.SendTextAsync("DELETE", $"{drive}/root:/lease.json", null)).Status.ShouldBe(204);
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/root:/lease.json")).ErrorCode.ShouldBe("itemNotFound");
    }

    [Fact]
    public async Task A_file_is_a_row_of_its_library()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var file = await PutAsync(tenant, drive, "a/protokoll.txt", [1]);
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{drive}/items/{file.Json["id"]}/listItem/fields", """{"SourceKey":"mote/3"}""");
        var rows = await tenant.AsRuntime.GetJsonAsync(
            $"{tenant.Sites}/lists/MeetingDocuments/items?$expand=fields($select=FileLeafRef,SourceKey),driveItem&$filter=fields/SourceKey eq 'mote/3'");
        var row = rows.Values.ShouldHaveSingleItem()!;
        row["fields"]!["FileLeafRef"]!.GetValue<string>().ShouldBe("protokoll.txt");
        row["driveItem"]!["id"]!.GetValue<string>().ShouldBe(file.Json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_moved_and_renamed_file_keeps_its_id()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var file = (await PutAsync(tenant, drive, "utkast.txt", [1])).Json["id"];
        var folder = (await tenant.AsRuntime.SendTextAsync("POST", $"{drive}/root/children", """{"name":"Arkiv","folder":{}}""")).Json["id"];
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{drive}/items/{file}", $$"""{"name":"slutlig.txt","parentReference":{"id":"{{folder}}"} }""");
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/root:/Arkiv/slutlig.txt")).Json["id"]!.ToString().ShouldBe(file!.ToString());
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/root:/utkast.txt")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_session_takes_ranges_in_order_without_a_token()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var session = await tenant.AsRuntime.SendTextAsync("POST", $"{drive}/root:/stor.bin:/createUploadSession", """{"item":{"@microsoft.graph.conflictBehavior":"replace"}}""");
        var url = session.Json["uploadUrl"]!.GetValue<string>();
        var (first, last) = (new byte[327680], new byte[100]);
        (await tenant.Raw.SendBytesAsync("PUT", url, last, ("Content-Range", "bytes 327680-327779/327780"))).Status.ShouldBe(416);
        (await tenant.Raw.SendBytesAsync("PUT", url, last, ("Content-Range", "bytes 0-99/327780"))).Message.ShouldContain("320 KiB");
        (await tenant.AsRuntime.SendBytesAsync("PUT", url, first, ("Content-Range", "bytes 0-327679/327780"))).Status.ShouldBe(401);
        (await tenant.Raw.SendBytesAsync("PUT", url, first, ("Content-Range", "bytes 0-327679/327780"))).Status.ShouldBe(202);
        var done = await tenant.Raw.SendBytesAsync("PUT", url, last, ("Content-Range", "bytes 327680-327779/327780"));
        (done.Status, done.Json["size"]!.GetValue<int>()).ShouldBe((201, 327780));
        (await tenant.Raw.GetJsonAsync(url)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("a*b.txt")]
    [InlineData("fråga?.txt")]
    [InlineData("slut .")]
    public async Task A_name_that_SharePoint_forbids_is_refused(string name)
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        (await PutAsync(tenant, drive, Uri.EscapeDataString(name), [1])).ErrorCode.ShouldBe("invalidRequest");
    }

    [Fact]
    public async Task Conversion_to_pdf_says_clearly_when_it_is_off()
    {
        var (tenant, drive) = await LibraryAsync(new() { InMemory = true, PdfConversion = false });
        await using var running = tenant;
        _ = await PutAsync(tenant, drive, "a.docx", Docx("x"));
        var answer = await tenant.AsRuntime.GetJsonAsync($"{drive}/root:/a.docx:/content?format=pdf");
        (answer.Status, answer.ErrorCode).ShouldBe((501, "notImplemented"));
    }

    [Fact]
    public async Task Conversion_to_pdf_gives_a_pdf_where_LibreOffice_is_installed()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        _ = await PutAsync(tenant, drive, "a.docx", Docx("Rapport"));
        var answer = await tenant.AsRuntime.GetJsonAsync($"{drive}/root:/a.docx:/content?format=pdf");
        Assert.SkipWhen(answer.Status == 501, "LibreOffice (soffice) is not installed");
        Encoding.ASCII.GetString(answer.Bytes[..5]).ShouldBe("%PDF-");
    }

    private static async Task<string> SessionAsync(TestTenant tenant, string drive, string behavior = "fail")
    {
        var session = await tenant.AsRuntime.SendTextAsync("POST", $"{drive}/root:/stor.bin:/createUploadSession",
            $$"""{"item":{"@microsoft.graph.conflictBehavior":"{{behavior}}"} }""");
        session.Status.ShouldBe(200, session.Text);
        return session.Json["uploadUrl"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_session_tells_what_it_expects_can_be_given_up_and_expires()
    {
        var clock = new MovableClock();
        var (tenant, drive) = await LibraryAsync(new() { InMemory = true, Wire = clock });
        await using var running = tenant;
        var (first, second) = (await SessionAsync(tenant, drive), await SessionAsync(tenant, drive));
        _ = await tenant.Raw.SendBytesAsync("PUT", first, new byte[327680], ("Content-Range", "bytes 0-327679/400000"));
        (await tenant.Raw.GetJsonAsync(first)).Json["nextExpectedRanges"]![0]!.GetValue<string>().ShouldBe("327680-");
        (await tenant.Raw.SendTextAsync("DELETE", first, null)).Status.ShouldBe(204);
        (await tenant.Raw.GetJsonAsync(first)).Status.ShouldBe(404);
        clock.Advance(TimeSpan.FromMinutes(61));
        (await tenant.Raw.SendBytesAsync("PUT", second, [1], ("Content-Range", "bytes 0-0/1"))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("bytes 0-327679/327680", 100, 400)]
    [InlineData("bytes 0-99/50", 100, 400)]
    [InlineData("bytes=0-99", 100, 400)]
    [InlineData("", 100, 400)]
    [InlineData("bytes 0-62914559/62914560", 62914560, 413)]
    public async Task A_range_that_does_not_fit_is_refused(string range, int length, int status)
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var url = await SessionAsync(tenant, drive);
        (await tenant.Raw.SendBytesAsync("PUT", url, new byte[length], ("Content-Range", range))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_name_taken_meanwhile_is_a_conflict_at_the_end_and_the_last_range_can_come_again()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var url = await SessionAsync(tenant, drive);
        var other = await PutAsync(tenant, drive, "stor.bin", [1]);
        (await tenant.Raw.SendBytesAsync("PUT", url, [1, 2], ("Content-Range", "bytes 0-1/2"))).ErrorCode.ShouldBe("nameAlreadyExists");
        _ = await tenant.AsRuntime.SendTextAsync("DELETE", $"{drive}/items/{other.Json["id"]}", null);
        (await tenant.Raw.SendBytesAsync("PUT", url, [1, 2], ("Content-Range", "bytes 0-1/2"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_cannot_be_written()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var item = (await PutAsync(tenant, drive, "Möte 3/dagordning.docx", Docx("x"))).Json["id"]!.GetValue<string>();
        var path = $"/sites/{TestTenant.SiteName}/MeetingDocuments/Möte 3/dagordning.docx";
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/lock", $$"""{"path":"{{path}}","by":"{{TestTenant.Karin}}"}""")).Status.ShouldBe(200);
        var refused = await PutAsync(tenant, drive, "Möte 3/dagordning.docx", Docx("y"));
        (refused.Status, refused.ErrorCode).ShouldBe((423, "resourceLocked"));
        foreach (var (method, url, body) in ((string, string, string?)[])[("DELETE", $"{drive}/items/{item}", null),
            ("PATCH", $"{drive}/items/{item}", """{"name":"b.docx"}"""), ("PATCH", $"{drive}/items/{item}/listItem/fields", """{"SourceKey":"x"}"""),
            ("POST", $"{drive}/items/{item}/createUploadSession", "{}")])
            (await tenant.AsRuntime.SendTextAsync(method, url, body)).Status.ShouldBe(423, url);
        (await tenant.AsRuntime.GetJsonAsync($"{drive}/items/{item}/content")).Status.ShouldBe(200);
        _ = await tenant.Raw.SendTextAsync("POST", "/_tenant/lock", $$"""{"item":"{{item}}","by":null}""");
        (await PutAsync(tenant, drive, "Möte 3/dagordning.docx", Docx("y"))).Status.ShouldBe(200);
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/lock", """{"path":"/sites/x/y.docx","by":"x"}""")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_versions_of_a_file_tell_who_wrote_it_and_how_long_it_was()
    {
        var (tenant, drive) = await LibraryAsync();
        await using var running = tenant;
        var item = (await PutAsync(tenant, drive, "a.txt", [1])).Json["id"];
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        _ = await karin.SendBytesAsync("PUT", $"{drive}/items/{item}/content", [1, 2, 3]);
        var versions = (await tenant.AsRuntime.GetJsonAsync($"{drive}/items/{item}/versions")).Values;
        versions.Select(v => $"{v!["id"]} {v["size"]}").ShouldBe(["2.0 3", "1.0 1"]);
        versions[0]!["lastModifiedBy"]!["user"]!["displayName"]!.GetValue<string>().ShouldBe("Karin Exempelius");
        versions[1]!["lastModifiedBy"]!["application"]!["displayName"]!.GetValue<string>().ShouldBe("Hallbarhet runtime");
    }
}
