namespace Hallbarhet.Year.Town;

/// <summary>The people of the example, plainly invented. The group file names the same ones; two more join during the year.</summary>
/// <param name="HasAccount">False for somebody from outside, who has an address but no account here.</param>
public sealed record Person(string Key, string Name, string Department, string Role, bool HasAccount = true)
{
    public const string Domain = "trollhattan.example";
    public const string Admin = "admin@" + Domain;

    public static IReadOnlyList<Person> All { get; } =
    [
        new("karin", "Karin Exempelius", "ksf", "Hållbarhetsstrateg"),
        new("mattias", "Mattias Provberg", "ksf", "Hållbarhetsstrateg"),
        new("linnea", "Linnea Mallqvist", "ksf", "Ordinarie"),
        new("omar", "Omar Testlund", "sbf", "Ordinarie"),
        new("sofia", "Sofia Demoberg", "sbf", "Ersättare"),
        new("erik", "Erik Övningsson", "ubf", "Ordinarie"),
        new("ingrid", "Ingrid Provhammar", "ubf", "Ersättare"),
        new("fatima", "Fatima Provström", "omf", "Ordinarie"),
        new("helena", "Helena Mallberg", "asf", "Ordinarie"),
        new("jonas", "Jonas Testander", "kff", "Ordinarie"),
        new("birgitta", "Birgitta Exempelby", "kff", "Ersättare"),
        new("amina", "Amina Demolin", "mif", "Ordinarie"),
        new("per", "Per Övningstam", "sef", "Ordinarie"),
        new("sara", "Sara Demovik", "ksf", "Kommunikatör"),
        new("gustav", "Gustav Exempelhed", "omf", "Ordinarie"),
        new("leo", "Leo Testgård", "exe", "Ordinarie", HasAccount: false),
    ];

    public string Upn => string.Concat(Name.ToLowerInvariant().Replace(' ', '.').Select(Ascii)) + "@" + Domain;

    public static Person Of(string key) => All.First(p => p.Key == key);

    private static char Ascii(char letter) => letter switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', _ => letter };
}
