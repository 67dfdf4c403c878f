using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointBatchCases
{
    private static readonly (string, string)[] Multipart = [("Content-Type", "multipart/mixed; boundary=batch_kontrakt")];

    private static string Part(string request) =>
        $"--batch_kontrakt\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{request} HTTP/1.1\r\nAccept: application/json;odata=nometadata\r\n\r\n\r\n";

    private static string Of(params string[] requests) => string.Concat(requests.Select(Part)) + "--batch_kontrakt--\r\n";

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("POST", "$batch", "$batch",
            Good("Each part is answered for itself, in the order of the requests") with { Headers = Multipart, Body = Of("GET https://{host}/sites/{siteName}/_api/web?$select=Title", "GET https://{host}/sites/{siteName}/_api/web/lists(guid'" + NoGuid + "')"), Facts = [(".", "~HTTP/1.1 200[\\s\\S]*HTTP/1.1 404")] },
            Bad(400, Query, "No boundary") with { Headers = [("Content-Type", "multipart/mixed")], Body = "x" },
            Bad(400, Query, "A write outside of a change set") with { Headers = Multipart, Body = Of("POST https://{host}/sites/{siteName}/_api/web/lists") },
            Bad(400, Query, "An address that is not absolute") with { Headers = Multipart, Body = Of("GET /sites/{siteName}/_api/web") }),
    ];
}
