namespace Hallbarhet.Documents.Wording;

/// <summary>Addresses that people typed: only what a browser opens as a page becomes a link.</summary>
internal static class WebAddress
{
    /// <summary>Null for anything but an absolute http or https address.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(PeopleText.OneLine(text), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;

    /// <summary>"naturvardsverket.se", so that the reader sees where a link goes.</summary>
    public static string Place(Uri uri) => uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
}
