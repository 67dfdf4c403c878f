using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.SharePoint;

/// <summary>
/// What Graph cannot do: views, formatting, list settings, rights, the menu, the home page.
/// One port, so that plain REST and PnP.Core can each fulfil it.
/// </summary>
public interface ISharePointOnly
{
    /// <summary>
    /// Reads the site and the lists asked for. What the identity may not see is null in the answer.
    /// Throws when the service cannot be reached or answers anything else than expected.
    /// </summary>
    Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> lists, CancellationToken cancellationToken);

    /// <summary>
    /// Carries out steps in their order. A step that fails does not stop the others; those that would make something
    /// a second time are never repeated.
    /// </summary>
    /// <returns>The steps that did not happen.</returns>
    Task<IReadOnlyList<SharePointFailure>> RunAsync(IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken);
}

/// <param name="ListId">Which list.</param>
/// <param name="WithAccess">Whether its own rights are wanted; they cost more to read than all the rest.</param>
public sealed record SharePointQuestion(string ListId, bool WithAccess)
{
    /// <summary>Whether its columns' formatting is wanted; a list without any needs not be asked for it.</summary>
    public bool WithFormats { get; init; } = true;
}

/// <param name="Step">The step.</param>
/// <param name="Message">The reason, for IT.</param>
/// <param name="MayTryAgain">True when the service was busy or its answer got lost.</param>
public sealed record SharePointFailure(SharePointStep Step, string Message, bool MayTryAgain);
