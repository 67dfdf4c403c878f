namespace Hallbarhet.Group.Jobs;

/// <summary>One row of a SharePoint list as the jobs see it. Texts are what people wrote: unchecked, possibly empty.</summary>
public abstract record Row
{
    /// <summary>The list item's id; 0 until it has been saved.</summary>
    public int Id { get; init; }

    /// <summary>The item's ETag; an update with an old one throws <see cref="RowChangedException"/>.</summary>
    public string ETag { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Key of rows that the system made, so that making them again finds them.</summary>
    public string? SourceKey { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; init; }

    public PersonId? Author { get; init; }

    public PersonId? Editor { get; init; }

    /// <summary>Column "Att göra": what the system asks of people about this row, in Swedish.</summary>
    public string? SystemMessage { get; init; }

    /// <summary>Not stored: true when adding this row found one with its key, made by an earlier or another run.</summary>
    public bool WasThere { get; init; }

    /// <summary>Short stable name for logs, keys and job outcomes, such as "Meeting/3".</summary>
    public string Name => $"{GetType().Name}/{Id}";
}

/// <summary>A person as the site knows them: the id that person columns hold.</summary>
public readonly record struct PersonId(int Value);

/// <summary>The Swedish word that stands in the list for an enum value.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordAttribute(string text) : Attribute
{
    public string Text => text;
}
