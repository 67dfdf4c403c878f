namespace Hallbarhet.LocalTenant.Web;

/// <summary>What SharePoint objects to in a field, in the words of its Swedish pages.</summary>
internal static class FieldMessages
{
    private static readonly (string Part, string Swedish)[] Known =
    [
        ("must specify a value", "Du måste ange ett värde för det här obligatoriska fältet."),
        ("not one of the choices", "Välj ett av alternativen i listan."),
        ("Only numbers", "Endast tal kan anges här."),
        ("Enter a date", "Ange ett datum så här: 2026-03-12."),
        ("Invalid text value", "Texten är för lång. Den får innehålla högst 255 tecken."),
        ("duplicate values", "Värdet finns redan i ett annat objekt i listan och måste vara unikt."),
        ("Only one person", "Endast en person kan väljas här."),
        ("user", "Personen finns inte i organisationen."),
        ("refers to an item", "Det valda objektet finns inte längre."),
    ];

    public static string Swedish(string? message) => message is null ? "Värdet kan inte sparas."
        : Known.FirstOrDefault(k => message.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Swedish ?? message;
}
