using Hallbarhet.Group.Mailing;
using Hallbarhet.Hosting.Access;
using Hallbarhet.Hosting.Jobs;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>PreviewMail.</summary>
public sealed class MailCalls(PreviewMail preview, CallerCheck callers, IHostClock clock)
{
    public Task<IResult> PreviewAsync(string kind, HttpRequest request, CancellationToken ct) => Answers.OrReasonAsync(async () =>
    {
        if (await callers.RefusalAsync(request, HttpCatalog.Find("PreviewMail").Roles, ct) is { } refusal) return refusal;
        if (!Meeting.TryRead(request, out var meeting)) return Meeting.Unreadable;
        await clock.ReadAsync(ct);
        var answer = await preview.RunAsync(kind, meeting, ct);
        return answer.Mail is { } mail
            ? Answers.Json(mail)
            : Answers.Refused(StatusCodes.Status404NotFound, answer.Reason!);
    });
}
