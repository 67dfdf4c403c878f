using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class BatchCases
{
    private const string Batch = "/v1.0/$batch";
    private const string Get = """{"id":"1","method":"GET","url":"/sites/{site}"}""";

    private static string Of(params string[] parts) => $$"""{"requests":[{{string.Join(',', parts)}}]}""";

    private static string Post(string id, string fields, string dependsOn = "") =>
        $$"""{"id":"{{id}}","method":"POST","url":"/sites/{site}/lists/{list}/items","headers":{"Content-Type":"application/json"},"body":{"fields":{{fields}}}{{dependsOn}}}""";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("POST", Batch, null,
            Good("Each part is answered for itself, whatever becomes of the others") with { Body = Of(Get, """{"id":"2","method":"GET","url":"/sites/{site}/lists/finns-inte"}"""), Facts = [("responses/0/status", "200"), ("responses/1/status", "404"), ("responses/1/body/error/code", "itemNotFound")] },
            Good("What depends on a failed part is not done and answered 424") with { Body = Of("""{"id":"1","method":"DELETE","url":"/sites/{site}/lists/{list}/items/99999"}""", Post("2", """{"Title":"Kontrakt {n}"}""", """, "dependsOn":["1"]""")), Facts = [("responses/0/status", "404"), ("responses/1/status", "424")] },
            Good("Twenty parts") with { Body = Of([.. Enumerable.Range(1, 20).Select(n => $$"""{"id":"{{n}}","method":"GET","url":"/sites/{site}"}""")]), Facts = [("responses/19/status", "200")] },
            Bad(400, "BadRequest", "No parts") with { Findings = ["BATCH"], Body = Of() },
            Bad(400, "BadRequest", "More than 20 parts") with { Findings = ["BATCH"], Body = Of([.. Enumerable.Range(1, 21).Select(n => $$"""{"id":"{{n}}","method":"GET","url":"/sites/{site}"}""")]) },
            Bad(400, "BadRequest", "An id that is used twice") with { Findings = ["BATCH"], Body = Of(Get, Get) },
            Bad(400, "BadRequest", "An address with a host") with { Findings = ["BATCH"], Body = Of("""{"id":"1","method":"GET","url":"https://graph.microsoft.com/v1.0/users"}""") },
            Bad(400, "BadRequest", "A body without its content type") with { Findings = ["BATCH", "REQ_REQUIRED"], Body = Of("""{"id":"1","method":"POST","url":"/sites/{site}/lists","body":{}}""") },
            Bad(400, "BadRequest", "A part that depends on a later one") with { Findings = ["BATCH"], Body = Of("""{"id":"1","method":"GET","url":"/sites/{site}","dependsOn":["2"]}""", """{"id":"2","method":"GET","url":"/sites/{site}"}""") }),
    ];
}
