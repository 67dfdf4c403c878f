using Hallbarhet.LocalTenant.Lists;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>The log of requests, newest first, with a filter.</summary>
internal static class LogPage
{
    private const int Shown = 200;

    private static readonly (string Key, string Title)[] Outcomes = [("", "Alla"), ("ok", "Lyckade"), ("fel", "Misslyckade")];

    public static Reply Show(Visit visit)
    {
        var log = visit.Pipeline.Log.Since(0);
        var identities = log.Inner("identities")!.Select(i => i.Key).ToList();
        var found = log.Objects("entries").Reverse().Where(e => Matches(visit, e)).ToList();
        Html[] heads = [Table.NumberHead("Nr"), Table.Head("Metod"), Table.Head("Adress"), Table.Head("Svar"), Table.Head("Identitet"), Table.NumberHead("Enheter")];
        return Layout.Show(visit, new("Anropslogg", H($"""
            <h1>Anropslogg</h1>
            <p class="lead">{log["requests"]?.ToString()} anrop, varav {log["writes"]?.ToString()} skrivningar; {log["resourceUnits"]?.ToString()} resursenheter. Sidorna här räknas inte.</p>
            {Filter(visit, identities)}
            <p role="status">{Words.Count(found.Count, "anrop stämmer", "anrop stämmer")}{(found.Count > Shown ? $"; de {Shown.ToString(SiteCulture.Swedish)} senaste visas" : "")}.</p>
            {Table.Show("Anrop, de senaste först", heads, found.Take(Shown).Select(Row))}
            """)));
    }

    private static Html Filter(Visit visit, List<string> identities) => H($"""
        <form method="get" action="{TenantPages.Root}/logg" class="filter">
        <div class="field"><label for="text">Adress innehåller</label><input id="text" name="text" value="{visit.Query["text"]}"></div>
        {Choice(visit, "metod", "Metod", Named(["GET", "POST", "PATCH", "PUT", "DELETE"]))}
        {Choice(visit, "vem", "Identitet", Named(identities))}
        {Choice(visit, "svar", "Svar", Outcomes)}
        <button class="primary">Filtrera</button>
        </form>
        """);

    private static IEnumerable<(string Key, string Title)> Named(IEnumerable<string> names) => [("", "Alla"), .. names.Select(n => (n, n))];

    private static Html Choice(Visit visit, string name, string title, IEnumerable<(string Key, string Title)> options) => H($"""
        <div class="field"><label for="{name}">{title}</label><select id="{name}" name="{name}">
        {options.Select(o => H($"""<option value="{o.Key}"{Flag("selected", o.Key == (visit.Query[name] ?? ""))}>{o.Title}</option>"""))}
        </select></div>
        """);

    private static bool Matches(Visit visit, JsonObject entry)
    {
        var status = (int)entry["status"]!;
        return Is("metod", entry.Text("method")!) && Is("vem", entry.Text("identity") ?? "none")
            && entry.Text("path")!.Contains(visit.Query["text"] ?? "", StringComparison.OrdinalIgnoreCase)
            && visit.Query["svar"] switch { "ok" => status is >= 200 and < 400, "fel" => status is 0 or >= 400, _ => true };

        bool Is(string name, string value) => visit.Query[name] is not { Length: > 0 } wanted || wanted == value;
    }

    private static Html Row(JsonObject entry)
    {
        var status = (int)entry["status"]!;
        var parts = entry.Objects("parts").Count();
        return H($"""
            <tr><td class="number">{entry["index"]?.ToString()}</td><td>{entry.Text("method")}</td>
            <td><code>{entry.Text("path")}</code>{(parts > 0 ? H($""" <span class="hint">{Words.Count(parts, "del", "delar")}</span>""") : None)}</td>
            <td{Attribute("class", status is 0 or >= 400 ? "late" : null)}>{(status == 0 ? "avbruten" : status.ToString(CultureInfo.InvariantCulture))}</td>
            <td>{entry.Text("identity")}</td><td class="number">{entry["resourceUnits"]?.ToString()}</td></tr>
            """);
    }
}
