using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using SetupProblem = Hallbarhet.Group.Jobs.SetupProblemException;
using Unavailable = Hallbarhet.Group.Jobs.ServiceUnavailableException;

namespace Hallbarhet.Microsoft365;

/// <summary>
/// What leaves an adapter is one of the jobs' own errors. <paramref name="remedy"/> says what IT does when a right or a thing is missing.
/// </summary>
internal sealed class PortErrors(string remedy)
{
    public async Task<T> Translate<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (ToJobError(e) is { } error)
        {
            throw error;
        }
    }

    public Task Translate(Func<Task> call) => Translate(async () =>
    {
        await call();
        return true;
    });

    public JobException? ToJobError(Exception error) => error switch
    {
        Http.ServiceUnavailableException e => new Unavailable(e.Message, e),
        Http.SetupProblemException e => new SetupProblem(e.Message, e),
        AccessDeniedException or NotFoundException => new SetupProblem($"{error.Message} {remedy}", error),
        ConflictException or PreconditionFailedException => new RowChangedException(error.Message, error),
        RequestRejectedException e => new RefusedByServiceException(e.Message, e),
        ListMissingException e => new SetupProblem(
            $"{e.Message} It was deleted, or the workspace was never applied. Restore it from the site's recycle bin, or run apply.", e),
        HttpRequestException e => new Unavailable($"Microsoft 365 broke off the answer: {e.Message}", e),
        System.Text.Json.JsonException or IOException =>
            new Unavailable($"Microsoft 365 answered something that is not the JSON it promised: {error.Message}", error),
        _ => null,
    };
}
