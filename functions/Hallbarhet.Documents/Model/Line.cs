using System.Diagnostics.CodeAnalysis;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Model;

/// <summary>A stretch of text with one look. A line break inside is \n.</summary>
internal sealed record Span(string Text)
{
    public bool Bold { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Http(s) address, or "#name" for a place in the same document.</summary>
    public string? Target { get; init; }

    /// <summary>Name of this place, for links in the same document.</summary>
    public string? Name { get; init; }

    public static Span Strong(string text) => new(text) { Bold = true };

    public static Span Muted(string text) => new(text) { Quiet = true };

    public static Span To(string text, string target) => new(text) { Target = target };
}

/// <summary>What stands in a paragraph, a list item or a table cell.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A line is written as a string where it is one.")]
internal sealed record Line(params IReadOnlyList<Span> Spans)
{
    public static Line Empty { get; } = new([]);

    public bool IsEmpty => Spans.All(s => s.Text.Length == 0);

    public static implicit operator Line(string? text) => string.IsNullOrEmpty(text) ? Empty : new Line([new Span(text)]);

    public static Line People(string? text) => PeopleText.Clean(text).Trim();
}
