using System.Net;
using System.Text;

namespace Hallbarhet.Tests.Microsoft365;

/// <summary>Answers upload sessions of attachments, which the local tenant does not know, and passes the rest on.</summary>
internal sealed class UploadSessionStub(HttpMessageHandler tenant) : HttpMessageHandler
{
    private readonly HttpMessageInvoker rest = new(tenant, disposeHandler: false);

    public List<string> Ranges { get; } = [];

    public bool SawToken { get; private set; }

    public Func<Task> OnPiece { get; set; } = () => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/attachments/createUploadSession", StringComparison.Ordinal))
            return Json(HttpStatusCode.Created, """{"uploadUrl":"https://outlook.example/upload/1"}""");
        if (request.RequestUri.Host != "outlook.example") return await rest.SendAsync(request, cancellationToken);
        Ranges.Add(request.Content!.Headers.ContentRange!.ToString());
        SawToken |= request.Headers.Authorization is not null;
        await OnPiece();
        return Json(HttpStatusCode.OK, """{"nextExpectedRanges":[]}""");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
