namespace Hallbarhet.LocalTenant.Faults;

/// <summary>Links that the service hands out and that are good for some time only.</summary>
internal static class ExpiredLink
{
    private static readonly string[] Tokens = ["$skiptoken", "$deltatoken", "token"];

    public static bool IsLink(string path, string query) => IsHandout(path)
        || path.Contains("delta(", StringComparison.OrdinalIgnoreCase) || Options(query).Any(IsToken);

    /// <summary>410 sends the client back to the beginning; an address that carries its own key is just gone.</summary>
    public static GraphError Error(string path) => IsHandout(path)
        ? GraphError.ItemNotFound("The resource could not be found.")
        : new(410, "resyncRequired", "Resync required. Replace any local items with the server's version (including deletes).");

    /// <summary>Where the client may begin anew: the same query without the token.</summary>
    public static string? Location(TenantState tenant, string path, string query)
    {
        if (IsHandout(path)) return null;
        var rest = string.Join('&', Options(query).Where(o => !IsToken(o)));
        var at = path.IndexOf("delta(", StringComparison.OrdinalIgnoreCase);
        var start = Uri.EscapeDataString(at < 0 ? path : path[..(at + "delta".Length)]).Replace("%2F", "/", StringComparison.Ordinal);
        return tenant.Address + start + (rest.Length > 0 ? "?" + rest : "");
    }

    private static bool IsHandout(string path) =>
        path.StartsWith("/upload/", StringComparison.Ordinal) || path.StartsWith("/download/", StringComparison.Ordinal);

    private static string[] Options(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsToken(string option) =>
        Tokens.Contains(Uri.UnescapeDataString(option.Split('=')[0]), StringComparer.OrdinalIgnoreCase);
}
