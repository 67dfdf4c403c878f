namespace Hallbarhet.LocalTenant.Lists;

/// <summary>A view as SharePoint keeps it. Graph v1.0 knows no views; SharePoint REST and the web page do.</summary>
internal sealed class ListView
{
    public required Guid Id { get; init; }

    public required string Title { get; set; }

    /// <summary>File name of its page, such as "AllItems"; frozen at creation.</summary>
    public required string Name { get; init; }

    /// <summary>Internal names of the columns shown, in their order.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>CAML without the Query element: Where, OrderBy and GroupBy; empty for everything.</summary>
    public string Query { get; set; } = "";

    public int RowLimit { get; set; } = 30;

    public bool Paged { get; set; } = true;

    public bool IsDefault { get; set; }

    public bool Hidden { get; set; }

    /// <summary>Row formatting as the JSON text that somebody stored; null for none.</summary>
    public string? CustomFormatter { get; set; }
}
