using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Holds an answer against what a case says about it.</summary>
internal static class Facts
{
    public static void Check(At at, Answer answer)
    {
        var given = at.Case;
        answer.Status.ShouldBe(given.Status, answer.Text);
        if (given.Code is not null) Code(answer).ShouldBe(given.Code, answer.Text);
        if (answer.Text.StartsWith("{\"error\":", StringComparison.Ordinal))
            answer.Json["error"]!["innerError"]!["client-request-id"]!.ToString().ShouldBe(CaseId.Of(given), "an error names the request that it answers");
        foreach (var (path, value) in given.Facts)
        {
            var found = path.StartsWith("header:", StringComparison.Ordinal) ? Header(answer, path[7..]) : path == "." ? [answer.Text] : Body(answer.Json, at.Fill(path));
            Holds(found, value is null ? null : at.Fill(value)).ShouldBeTrue(
                $"{path} should be {value ?? "absent"}, was [{string.Join(", ", found)}] in {answer.Text}");
        }
    }

    /// <summary>Graph's shape of an error, or SharePoint's, whose code is a number and an exception.</summary>
    private static string? Code(Answer answer) =>
        answer.ErrorCode ?? answer.Json["odata.error"]?["code"]?.ToString();

    private static bool Holds(List<string> found, string? wanted) => wanted switch
    {
        null => found.Count == 0,
        "*" => found.Count > 0,
        ['!', .. var unwanted] => !found.Contains(unwanted),
        ['~', .. var pattern] => found.Any(f => Regex.IsMatch(f, pattern)),
        _ => found.Contains(wanted),
    };

    private static List<string> Header(Answer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? [string.Join(", ", values)] : [];

    public static List<string> Body(JsonObject body, string path)
    {
        List<JsonNode?> nodes = [body];
        foreach (var step in path.Split('/')) nodes = [.. nodes.SelectMany(n => Step(n, step))];
        return [.. nodes.Select(n => n?.ToString() ?? "null")];
    }

    private static List<JsonNode?> Step(JsonNode? node, string step) => node switch
    {
        JsonArray all when step == "*" => [.. all],
        JsonArray all => int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var at) && at < all.Count ? [all[at]] : [],
        JsonObject one when one.TryGetPropertyValue(step, out var value) => [value],
        _ => [],
    };
}
