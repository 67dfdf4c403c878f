using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>How values are written in SiteCulture.Swedish, in the site's time zone.</summary>
internal static class Words
{
    public static string Day(DateTimeOffset at) => SiteCulture.Local(at).ToString("yyyy-MM-dd", SiteCulture.Swedish);

    public static string Moment(DateTimeOffset at) => SiteCulture.Show(at);

    /// <summary>Such as "torsdag 12 mars 2026".</summary>
    public static string LongDay(DateTimeOffset at) => SiteCulture.Local(at).ToString("dddd d MMMM yyyy", SiteCulture.Swedish);

    public static string Month(DateTimeOffset at) => Capital(SiteCulture.Local(at).ToString("MMMM yyyy", SiteCulture.Swedish));

    public static string Hour(DateTimeOffset at) => SiteCulture.Local(at).ToString("HH.mm", SiteCulture.Swedish);

    public static string Moment(string? iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Moment(at) : "";

    public static string Number(double number) => number.ToString("0.######", SiteCulture.Swedish);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count.ToString(SiteCulture.Swedish)} {many}";

    public static string Size(long bytes) => bytes < 1024 ? $"{bytes} byte"
        : bytes < 1 << 20 ? $"{(bytes / 1024d).ToString("0", SiteCulture.Swedish)} kB"
        : $"{(bytes / 1048576d).ToString("0.0", SiteCulture.Swedish)} MB";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], SiteCulture.Swedish) + text[1..];

    /// <summary>What a refused call says to the person who looks.</summary>
    public static string Refusal(int status, string? message) => status switch
    {
        401 => "Du är inte inloggad längre. Välj person igen.",
        403 => "Åtkomst nekad. Du har inte behörighet att utföra den här åtgärden eller få åtkomst till den här resursen.",
        404 => "Det du söker finns inte. Det kan ha tagits bort av någon annan.",
        412 => "Någon annan har ändrat detta efter att du öppnade sidan. Läs om sidan och försök igen.",
        423 => "Filen är låst för redigering av någon annan.",
        429 => "För många anrop just nu. Vänta en stund och försök igen.",
        >= 500 => $"Tjänsten svarade med fel {status}. Försök igen. {message}",
        _ => message ?? $"Tjänsten svarade {status}.",
    };

    public static string ColumnTitle(Column column) => column.Name != column.DisplayName ? column.DisplayName : column.Name switch
    {
        "Title" => "Rubrik",
        "Created" => "Skapad",
        "Modified" => "Ändrad",
        "Author" => "Skapad av",
        "Editor" => "Ändrad av",
        "FileLeafRef" => "Namn",
        "Attachments" => "Bifogade filer",
        "ContentType" => "Innehållstyp",
        "_UIVersionString" => "Version",
        "id" => "ID",
        _ => column.DisplayName,
    };
}
