using Hallbarhet.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>Mails before they are sent. Open to the platform: the call judges the caller's token.</summary>
public sealed class Mails(MailCalls calls)
{
    [Function(nameof(PreviewMail))]
    public Task<IResult> PreviewMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mails/{kind}/preview")] HttpRequest request, string kind, CancellationToken ct) =>
        calls.PreviewAsync(kind, request, ct);
}
