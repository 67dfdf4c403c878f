using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>Markup that is safe to send. <see cref="H"/> encodes every text that is put into it; only markup stays as it is.</summary>
internal readonly record struct Html(string Markup)
{
    public static readonly Html None = new("");

    /// <summary>A text area drops the first line break, so that one is put before its text.</summary>
    public static readonly Html LineBreak = new("\n");

    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public bool IsEmpty => string.IsNullOrEmpty(Markup);

    public static Html H(HtmlBuilder markup) => new(markup.ToMarkup());

    public static Html Text(string? text) => new(text is null ? "" : Encoder.Encode(text));

    public static Html All(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Markup)));

    public static Html Join(IEnumerable<Html> parts, string between) => new(string.Join(Encoder.Encode(between), parts.Select(p => p.Markup)));

    /// <summary>An attribute with its value; nothing when the value is null.</summary>
    public static Html Attribute(string name, string? value) => value is null ? None : new($" {name}=\"{Encoder.Encode(value)}\"");

    /// <summary>An attribute without a value, such as checked or selected.</summary>
    public static Html Flag(string name, bool on) => on ? new(" " + name) : None;
}

/// <summary>Collects an interpolated string as markup.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder(int literalLength, int formattedCount)
{
    private readonly StringBuilder markup = new(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html part) => markup.Append(part.Markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts) _ = markup.Append(part.Markup);
    }

    public void AppendFormatted(string? text) => markup.Append(Html.Text(text).Markup);

    public void AppendFormatted(int number) => markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public string ToMarkup() => markup.ToString();
}
