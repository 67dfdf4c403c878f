using System.Globalization;
using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Reports;

/// <summary>Names in plain letters: files for a body pass through registries and mail systems of all ages.</summary>
public static class ReportFileNames
{
    /// <summary>In Utkast: "Rapport_2026-kv1_Miljoutskottet_utkast.docx".</summary>
    public static string DraftPath(Report report, ReportPeriod period, OrganisationUnit body) =>
        $"{Stem(report, period, body.Title)}_utkast.docx";

    /// <summary>In Rapporter, without ending: "Miljoutskottet/Rapport_2026-kv1_Ekologiska-hallbarhetsgruppen".</summary>
    public static string Path(Report report, ReportPeriod period, OrganisationUnit body, GroupSettings settings) =>
        $"{Plain(body.Title)}/{Stem(report, period, settings.GroupName)}";

    /// <summary>
    /// Rows that people made carry their id: several orders or corrections may have the same period, and nothing published may be
    /// written over.
    /// </summary>
    private static string Stem(Report report, ReportPeriod period, string name)
    {
        var kind = period.Key?.Contains('Q', StringComparison.Ordinal) is false ? "Verksamhetsberattelse" : "Rapport";
        var suffix = report switch
        {
            { CorrectsId: not null } => $"_rattelse-{report.Id}",
            { SourceKey: null } => $"_{report.Id}",
            _ => "",
        };
        return $"{kind}_{period.FileName}_{Plain(name)}{suffix}";
    }

    /// <summary>"Miljöutskottet" → "Miljoutskottet"; spaces become hyphens.</summary>
    private static string Plain(string text)
    {
        var kept = text.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var name = string.Join('-', new string([.. kept]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return FileNames.Safe(name.Length > 60 ? name[..60].TrimEnd('-') : name);
    }
}
