using Hallbarhet.Provisioning;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year;

/// <summary>The workspace as IT applies it, and as people then find it.</summary>
public static class Workspace
{
    /// <returns>Changes that a second plan still names, right after apply.</returns>
    public static async Task<int> ApplyTwiceAsync(Uri tenant, CancellationToken ct)
    {
        using var provisioner = WorkspaceProvisioner.ForLocalTenant(tenant, oneAtATime: true);
        var applied = await provisioner.ApplyAsync(ct);
        if (!applied.IsDone)
            throw new InvalidOperationException("Apply did not finish: " + string.Join("; ", applied.Failures.Select(f => $"{f.Change.Path}: {f.Message}")));
        return (await provisioner.PlanAsync(ct)).Changes.Count;
    }

    /// <summary>Looks up the ids by which acts name departments, goals and people.</summary>
    public static async Task FindAsync(Stage stage)
    {
        var karin = await stage.AsAsync("karin");
        stage.Site = await Site.FindAsync(karin, Founding.SiteHost, Founding.SiteName);
        foreach (var unit in await stage.Site.RowsAsync(karin, "Organisation")) stage.Ids["unit/" + unit.Text("SourceKey")] = unit.Id;
        foreach (var goal in await stage.Site.RowsAsync(karin, "Goals")) stage.Ids["goal/" + goal.Text("SourceKey")] = goal.Id;
        foreach (var member in await stage.Site.RowsAsync(karin, "Members"))
            if (member.Lookup("Person") is { } id) stage.UserIds[Person.All.Single(p => p.Name == member.Title).Key] = id;
    }
}
