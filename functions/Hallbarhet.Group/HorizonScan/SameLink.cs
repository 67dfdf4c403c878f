namespace Hallbarhet.Group.HorizonScan;

/// <summary>Two addresses that lead to the same page, however they were copied.</summary>
public static class SameLink
{
    /// <summary>The first tip with the same link, when it came before this one and is not outdated.</summary>
    public static HorizonItem? Earlier(HorizonItem tip, IEnumerable<HorizonItem> tips)
    {
        if (Normalise(tip.Link) is not { } link) return null;
        return tips.Where(t => t.Id != tip.Id && t.Status != HorizonStatus.Outdated && Comes(t, tip) && Normalise(t.Link) == link)
            .OrderBy(t => t.Created).ThenBy(t => t.Id).FirstOrDefault();
    }

    /// <summary>Without scheme, "www.", fragment, campaign parameters and trailing slash; null for what is no web address.</summary>
    public static string? Normalise(string? link)
    {
        if (!Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return null;
        var host = url.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? url.IdnHost[4..] : url.IdnHost;
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        return $"{host}{url.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}";
    }

    private static bool Comes(HorizonItem first, HorizonItem second) =>
        first.Created < second.Created || (first.Created == second.Created && first.Id < second.Id);
}
