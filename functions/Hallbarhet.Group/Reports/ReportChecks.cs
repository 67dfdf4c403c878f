using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>Sentences for the column Kontroll.</summary>
public static class ReportChecks
{
    public const string OnlyStrategistsOrder =
        "Rapporten kan bara beställas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Planerad.";

    public const string OnlyStrategistsApprove =
        "Rapporten kan bara godkännas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Utkast.";

    public const string OneMoreApproval =
        "Det behövs ett godkännande till: en hållbarhetsstrateg till öppnar raden och sparar den med status Godkänd.";

    public const string NotCompiled = "Rapporten är inte sammanställd än. Godkänn den när utkastet finns.";

    public const string ChangedAfterApproval = "Texten ändrades efter godkännandet. Läs igenom rapporten och godkänn den igen.";

    public const string NoMailbox =
        "Mottagaren saknar funktionsbrevlåda. Fyll i den under Förvaltningar och mottagare och godkänn sedan igen.";

    public const string NoPdf = "PDF kunde inte skapas. Rapporten skickades som Word-fil.";

    public const string Unclear =
        "Oklart om rapporten skickades. Fråga mottagaren, skicka den själv om den saknas, och sätt status Skickad.";

    public const string NotSent = "Rapporten kunde inte skickas. Skicka den själv från Rapporter och sätt status Skickad, eller be IT om hjälp.";

    /// <summary>Characters.</summary>
    private const int FirstPage = 2400;

    private const string NoPeriod = "Fyll i period, både från och till.";
    private const string WrongPeriod = "Perioden slutar innan den börjar. Rätta datumen.";
    private const string NoRecipient = "Välj en mottagare som gäller och är rapportmottagare.";
    private const string NoLastDay = "Fyll i sista dag för handlingar.";

    private static readonly string[] OfTheRow = [NoPeriod, WrongPeriod, NoRecipient, NoLastDay];

    /// <summary>What stops a report from being compiled; null when nothing does.</summary>
    public static string? Problem(Report report, IReadOnlyList<OrganisationUnit> organisation, DateOnly today)
    {
        var body = organisation.FirstOrDefault(o => o.Id == report.RecipientId);
        List<string> problems = [];
        if (report.PeriodFrom is null || report.PeriodTo is null) problems.Add(NoPeriod);
        else if (report.PeriodTo < report.PeriodFrom) problems.Add(WrongPeriod);
        if (body is not { Kind: OrganisationKind.ReportingBody } || !body.IsValid(report.LastDay ?? today)) problems.Add(NoRecipient);
        if (report is { Status: ReportStatus.Planned, LastDay: null }) problems.Add(NoLastDay);
        return problems.Count == 0 ? null : string.Join(' ', problems);
    }

    /// <summary>Whether the text is one of ours that <see cref="Problem"/> wrote, so that it may be cleared when it is mended.</summary>
    public static bool IsProblem(string? check) => check is not null && OfTheRow.Any(p => check.StartsWith(p, StringComparison.Ordinal));

    /// <summary>What a draft lacks to be approved; null when nothing does.</summary>
    public static string? Missing(Report report, GroupSettings settings)
    {
        List<string> missing = [];
        if (string.IsNullOrWhiteSpace(report.Summary)) missing.Add("Sammanfattning");
        if (string.IsNullOrWhiteSpace(report.Attention)) missing.Add("Det vi vill lyfta");
        if (settings.CaseNumberRequired && string.IsNullOrWhiteSpace(report.CaseNumber)) missing.Add("Dnr");
        return missing.Count == 0 ? null : $"Skriv {Enumerate(missing)}. Rapporten kan godkännas när det finns.";
    }

    /// <summary>A hint that does not stop anything: more than this does not fit on the first page.</summary>
    public static string? TooLong(Report report) => (report.Summary?.Length ?? 0) + (report.Attention?.Length ?? 0) > FirstPage
        ? "Sammanfattning och Det vi vill lyfta är långa tillsammans. Korta gärna, så att rapporten ryms på fyra sidor."
        : null;

    private static string Enumerate(List<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";
}
