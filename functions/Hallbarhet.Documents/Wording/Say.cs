using System.Globalization;
using System.Resources;

namespace Hallbarhet.Documents.Wording;

/// <summary>Every Swedish sentence of documents and mails stands in Resources/Texts.resx; this is how code asks for one.</summary>
internal static class Say
{
    private static readonly ResourceManager Texts = new("Hallbarhet.Documents.Resources.Texts", typeof(Say).Assembly);

    public static CultureInfo Swedish { get; } = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Throws when the key is missing: a gap in a document must not go unnoticed.</summary>
    public static string It(string key) =>
        Texts.GetString(key, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"No text for '{key}' in Texts.resx.");

    public static string It(string key, params object[] values) => string.Format(Swedish, It(key), values);

    /// <summary>The keys ending in .One and .Many hold the two forms; {0} is the number.</summary>
    public static string Count(string key, int number) =>
        It(key + (number == 1 ? ".One" : ".Many"), SwedishText.Number(number));

    /// <summary>A text that is a comma-separated list.</summary>
    public static IReadOnlyList<string> List(string key) => It(key).Split(',', StringSplitOptions.TrimEntries);
}
