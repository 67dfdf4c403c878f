namespace Hallbarhet.Group.Overview;

/// <summary>Pages of the site whose content the system makes from the lists.</summary>
public interface IGroupPages
{
    /// <summary>
    /// Replaces the made part of a page and publishes it. The key is the file name in provisioning/workspace/pages, such as "departments".
    /// Texts come from people as they wrote them; the implementation encodes them. Throws <see cref="Jobs.SetupProblemException"/>
    /// when the page is gone and <see cref="Jobs.ServiceUnavailableException"/>.
    /// </summary>
    Task PublishAsync(string pageKey, IReadOnlyList<PageSection> sections, CancellationToken ct);
}

/// <param name="Heading">Level 2, plain text.</param>
public sealed record PageSection(string Heading, IReadOnlyList<PageLine> Lines);

/// <param name="Title">Shown in bold; the link's text when there is an address.</param>
/// <param name="Text">One or two sentences, or null.</param>
public sealed record PageLine(string Title, string? Text, string? Url);
