using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class UploadCases
{
    private const string Session = "/upload/{token}";

    private static readonly string Small = new('x', 100);
    private static readonly string Range = new('x', 320 * 1024);

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("POST", "/v1.0/drives/{drive}/items/{item}/createUploadSession", (g, at) => g.Drives[at["drive"]].Items[at["item"]].CreateUploadSession.PostAsync(at.Model<CreateUploadSessionPostRequestBody>()),
            Good("An address that takes the file in ranges, without a token") with
            {
                As = Who.Runtime, Path = "/v1.0/drives/{drive}/items/root:/Kontrakt ström {n}.bin:/createUploadSession", Body = """{"item":{"@microsoft.graph.conflictBehavior":"replace"}}""",
                Sdk = (g, at) => g.Drives[at["drive"]].Items["root"].ItemWithPath($"Kontrakt ström {at["n"]}.bin").CreateUploadSession.PostAsync(at.Model<CreateUploadSessionPostRequestBody>()),
                Facts = [("uploadUrl", "~^https?://"), ("nextExpectedRanges/0", "0-"), ("expirationDateTime", "*")],
            },
            Bad(400, "invalidRequest", "Another name in the body than in the path") with { Findings = ["UPLOAD_RULE"], As = Who.Runtime, Path = "/v1.0/drives/{drive}/items/root:/a.bin:/createUploadSession", Body = """{"item":{"name":"b.bin"}}""" },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such item") with { As = Who.Runtime, Body = "{}" }),

        .. Anywhere("PUT", Session, null,
            Good("A range that is not the last, a multiple of 320 KiB", 202) with { Path = "{session}", Body = Range, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 0-327679/327780")], Facts = [("nextExpectedRanges/0", "327680-")] },
            Good("The last range: the file is there", 201) with { Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 0-99/100")], Facts = [("size", "100"), ("file", "*")] },
            Bad(416, "invalidRange", "A range that leaves a gap") with { Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 327680-327779/327780")] },
            Bad(400, "invalidRequest", "A range that is not the last and no multiple of 320 KiB") with { Findings = ["UPLOAD_RULE"], Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 0-99/327780")] },
            Bad(400, "invalidRequest", "A range that does not fit its content") with { Findings = ["UPLOAD_RULE"], Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 0-9/327780")] },
            Bad(400, "invalidRequest", "No Content-Range") with { Findings = ["UPLOAD_RULE"], Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream")] },
            Bad(401, "unauthenticated", "A token is sent along") with { Findings = ["UPLOAD_AUTH"], As = Who.Runtime, Path = "{session}", Body = Small, Headers = [("Content-Type", "application/octet-stream"), ("Content-Range", "bytes 0-99/100")] }),

        .. Anywhere("GET", Session, null,
            Good("Which range is expected next") with { Path = "{session}", Facts = [("nextExpectedRanges/0", "0-")] },
            Bad(404, "itemNotFound", "A session that is over") with { Findings = ["URL_NOT_GRAPH"], Path = "{session}0" }),

        .. Anywhere("DELETE", Session, null,
            Good("An upload is given up", 204) with { Path = "{session}" },
            Bad(404, "itemNotFound", "A session that is over") with { Findings = ["URL_NOT_GRAPH"], Path = "{session}0" }),

        .. Anywhere("GET", "/download/{token}", null,
            Good("The content of a file by the address that was handed out") with { Path = "{fileRead.@microsoft.graph.downloadUrl}", Facts = [(".", "hej")] },
            Bad(404, "itemNotFound", "An address that nobody handed out") with { Findings = ["URL_NOT_GRAPH"], Path = "{fileRead.@microsoft.graph.downloadUrl}0" }),
    ];
}
