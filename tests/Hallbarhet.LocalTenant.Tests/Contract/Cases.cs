namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The words that the table is written with.</summary>
internal static class Cases
{
    public const string NoGuid = "00000000-0000-0000-0000-000000000001";

    private const string Api = "/sites/{siteName}/_api/";

    /// <summary>An operation whose cases run on the local tenant only: on a real one they would touch people, groups or mail.</summary>
    public static IEnumerable<ContractCase> On(string method, string template, SdkCall? sdk, params ContractCase[] cases) =>
        cases.Select(c => c with
        {
            Method = method,
            Template = template,
            // A query or a path of its own is not what the operation's plain SDK call sends.
            Sdk = c.Sdk ?? (c.RawOnly || c.Query.Length > 0 || c.Path is not null ? null : sdk),
        });

    /// <summary>An operation whose cases may run on a real tenant too.</summary>
    public static IEnumerable<ContractCase> Anywhere(string method, string template, SdkCall? sdk, params ContractCase[] cases) =>
        On(method, template, sdk, cases).Select(c => c with { Safe = true });

    /// <summary>An operation of SharePoint REST.</summary>
    /// <param name="template">Below <c>_api/</c>, as the tenant's table has it.</param>
    /// <param name="call">The address that is called when a case has none of its own.</param>
    public static IEnumerable<ContractCase> Rest(string method, string template, string call, params ContractCase[] cases) =>
        On(method, Api + template, null, [.. cases.Select(c => c with { Path = Api + (c.Path ?? call), Headers = WithMatch(method, c.Headers) })]);

    /// <summary>SharePoint wants to know which version is changed; a case that is about that says so with an empty If-Match.</summary>
    private static (string, string)[] WithMatch(string method, (string Name, string Value)[] headers) =>
        method is "PATCH" or "DELETE" && headers.All(h => h.Name != "If-Match") ? [.. headers, ("If-Match", "*")] : headers;

    /// <summary>The same, where the cases may run on a real tenant too.</summary>
    public static IEnumerable<ContractCase> RestAnywhere(string method, string template, string call, params ContractCase[] cases) =>
        Rest(method, template, call, cases).Select(c => c with { Safe = true });

    public static ContractCase Good(string sentence, int status = 200) => new() { Sentence = sentence, Status = status };

    public static ContractCase Bad(int status, string code, string sentence) => new() { Sentence = sentence, Status = status, Code = code };

    public static ContractCase Missing(string placeholder, string value, string code, string sentence) =>
        Bad(404, code, sentence) with { With = [(placeholder, value)] };
}
