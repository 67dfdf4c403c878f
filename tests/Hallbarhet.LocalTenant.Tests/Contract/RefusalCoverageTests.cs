using System.Globalization;
using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Reads out of the tenant's source which status and code it can refuse with, and looks for each where it is tried.</summary>
public sealed partial class RefusalCoverageTests
{
    /// <summary>Refusals that no single call to one operation brings about, with the test that does.</summary>
    private static readonly (int Status, string Code, string Test)[] Elsewhere =
    [
        (424, "FailedDependency", nameof(BatchTests.What_depends_on_a_failed_part_is_not_done)),
        (410, "resyncChangesApplyDifferences", nameof(ItemDeltaTests.A_link_older_than_the_change_log_is_gone_and_tells_where_to_begin_again)),
        (429, "throttledRequest", nameof(ListQueryTests.In_a_list_above_the_threshold_the_first_condition_must_be_indexed_and_select_few_rows)),
        (404, "MailboxNotEnabledForRESTAPI", nameof(MailTests.A_person_without_a_mailbox_has_none)),
        (409, "conflict", nameof(ListSchemaTests.Two_columns_side_by_side_in_a_batch_answer_save_conflict)),
        (410, "resyncRequired", nameof(StaleReadTests.A_next_link_that_is_too_old_says_where_to_begin_again)),
        (409, "-2130246326, Microsoft.SharePoint.SPException", nameof(FaultWordsTests.SharePoint_REST_refuses_in_its_own_words)),
        (423, "-2147018894, Microsoft.SharePoint.SPFileLockException", nameof(FaultWordsTests.SharePoint_REST_refuses_in_its_own_words)),
        (500, "-2147024860, Microsoft.SharePoint.SPQueryThrottledException", nameof(SharePointCamlTests.A_long_list_is_searched_by_an_indexed_column_only)),
        (413, "invalidRequest", nameof(LimitTests.A_range_of_60_MiB_is_too_large)),
        (403, "MaximumAssigneesInTask", nameof(LimitTests.A_task_has_at_most_20_assignees)),
        (400, "invalid_grant", nameof(LimitTests.Nobody_signs_in_with_a_disabled_account)),
        (406, "notAcceptable", nameof(LimitTests.What_LibreOffice_cannot_read_is_not_acceptable)),
        (401, "unauthorized", nameof(IdentityTests.The_token_endpoint_answers_like_a_managed_identity)),
    ];

    /// <summary>Never sent: what a form objects to stands inside an answer of 200, and 500 is a fault of the tenant itself.</summary>
    private static readonly (int Status, string Code)[] NotSent = [(400, "form"), (500, "generalException")];

    [Fact]
    public void Every_refusal_of_the_tenant_is_named_by_a_case_or_by_a_test()
    {
        var tried = ContractTable.All.Where(c => !c.IsGood).Select(c => (c.Status, c.Code!)).Concat(Elsewhere.Select(e => (e.Status, e.Code))).Concat(NotSent).ToHashSet();
        Refusals().Where(r => !tried.Contains((r.Status, r.Code))).Select(r => $"{r.Status} {r.Code} in {r.File}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_tests_that_are_named_exist_and_the_refusals_too()
    {
        var tests = typeof(RefusalCoverageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => m.Name).ToHashSet();
        Elsewhere.Select(e => e.Test).Where(t => !tests.Contains(t)).ShouldBeEmpty();
        Elsewhere.Select(e => (e.Status, e.Code)).Except(Refusals().Select(r => (r.Status, r.Code))).ShouldBeEmpty();
    }

    private static IEnumerable<(int Status, string Code, string File)> Refusals() =>
        from file in System.IO.Directory.EnumerateFiles(Source.At("tests", "Hallbarhet.LocalTenant"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from Match match in Refusal().Matches(File.ReadAllText(file))
        select (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value, Path.GetFileName(file));

    [GeneratedRegex("""(?:new GraphError|new)\((\d{3}),\s*"([^"]*)"[,)]""")]
    private static partial Regex Refusal();
}
