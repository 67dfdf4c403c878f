namespace Hallbarhet.LocalTenant.Tests;

public sealed class ListQueryTests
{
    private const string Status = """{"name":"Status","indexed":true,"text":{}}""";
    private const string Place = """{"name":"Place","text":{}}""";

    private static readonly (string, string) MayFail = ("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");

    [Fact]
    public async Task The_next_page_keeps_filter_order_fields_and_size()
    {
        await using var list = await TestList.StartAsync(Status);
        await list.FillAsync(6, """{"Title":"Rad #","Status":"Öppen"}""");
        _ = await list.Tenant.AsRuntime.SendTextAsync("PATCH", list.Items + "/6/fields", """{"Status":"Klar"}""");
        var first = await list.GetAsync("?$filter=fields/Status eq 'Öppen'&$orderby=fields/id desc&$expand=fields($select=Status)&$top=2");
        var second = await list.FollowAsync(first);
        var third = await list.FollowAsync(second);
        (TestList.Ids(first), TestList.Ids(second), TestList.Ids(third)).ShouldBe(("5,4", "3,2", "1"));
        second.Values[0]!["fields"]!["Status"]!.GetValue<string>().ShouldBe("Öppen");
        third.Json.ContainsKey("@odata.nextLink").ShouldBeFalse();
    }

    [Fact]
    public async Task Rows_that_vanish_between_two_pages_hide_no_others()
    {
        await using var list = await TestList.StartAsync();
        await list.FillAsync(4, """{"Title":"Rad #"}""");
        var first = await list.GetAsync("?$top=2");
        _ = await list.Tenant.AsRuntime.SendTextAsync("DELETE", list.Items + "/1", null);
        TestList.Ids(await list.FollowAsync(first)).ShouldBe("3,4");
    }

    [Theory]
    [InlineData("$skiptoken=Mg")]
    [InlineData("$skiptoken=UGFnZWQ9VFJVRSZwX0lEPTI")]
    [InlineData("$skiptoken=!")]
    public async Task A_next_link_made_by_hand_is_refused(string token)
    {
        await using var list = await TestList.StartAsync();
        await list.FillAsync(3, """{"Title":"Rad #"}""");
        var answer = await list.GetAsync("?$top=2&" + token);
        (answer.Status, answer.ErrorCode).ShouldBe((400, "invalidRequest"));
    }

    [Fact]
    public async Task A_next_link_with_another_query_is_refused()
    {
        await using var list = await TestList.StartAsync();
        await list.FillAsync(3, """{"Title":"Rad #"}""");
        var link = (await list.GetAsync("?$top=2")).Json["@odata.nextLink"]!.GetValue<string>();
        var answer = await list.Tenant.AsRuntime.GetJsonAsync(link.Replace("$top=2", "$top=1", StringComparison.Ordinal));
        (answer.Status, answer.ErrorCode).ShouldBe((400, "invalidRequest"));
    }

    [Theory]
    [InlineData("?$filter=contains(fields/Status,'pp')", "not supported")]
    [InlineData("?$filter=fields/Status in ('a','b')", "Unknown operator 'in'")]
    [InlineData("?$filter=fields/Nope eq 'a'", "'Nope' is not recognized")]
    [InlineData("?$filter=fields/Status eq", "ends too early")]
    [InlineData("?$filter=webUrl eq 'a'", "Invalid filter clause")]
    [InlineData("?$top=0", "$top")]
    public async Task A_query_that_SharePoint_cannot_answer_is_refused(string query, string words)
    {
        await using var list = await TestList.StartAsync(Status);
        var answer = await list.GetAsync(query);
        answer.Status.ShouldBe(400, answer.Text);
        answer.Message.ShouldContain(words);
    }

    [Fact]
    public async Task In_a_list_above_the_threshold_the_first_condition_must_be_indexed_and_select_few_rows()
    {
        await using var list = await TestList.StartAsync(Status, Place);
        await list.FillAsync(5002, """{"Title":"Rad #","Status":"Öppen","Place":"A"}""");
        _ = await list.Tenant.AsRuntime.SendTextAsync("PATCH", list.Items + "/17/fields", """{"Status":"Klar"}""");
        _ = await list.Tenant.AsRuntime.SendTextAsync("PATCH", list.Items + "/18/fields", """{"Status":"Klar"}""");
        TestList.Ids(await list.GetAsync("?$filter=fields/Status eq 'Klar' and fields/Place eq 'A'", MayFail)).ShouldBe("17,18");
        foreach (var query in (string[])["?$filter=fields/Status eq 'Öppen'&$top=1", "?$filter=fields/Place eq 'A' and fields/Status eq 'Klar'",
            "?$orderby=fields/Place&$top=1"])
        {
            var refused = await list.GetAsync(query, MayFail);
            (refused.Status, refused.ErrorCode).ShouldBe((429, "throttledRequest"), query);
        }
        (await list.GetAsync("?$orderby=fields/Status&$top=1")).Status.ShouldBe(200);
        (await list.GetAsync("?$top=5000")).Values.Count.ShouldBe(5000);
    }
}
