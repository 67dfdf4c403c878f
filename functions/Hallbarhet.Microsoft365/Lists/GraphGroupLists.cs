using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>The group's lists through Graph, and through SharePoint REST where Graph has no way.</summary>
public sealed class GraphGroupLists(GroupSite site) : IGroupLists
{
    private readonly PortErrors errors = new(
        "Check that the site is there and that the service's identity has the role write on it "
        + "(Sites.Selected, on Graph and on SharePoint).");
    private readonly ListReader reader = new(site);
    private readonly ListAdder adder = new(site);
    private readonly ListUpdater updater = new(site);
    private readonly ListHistory history = new(site);

    public Task<Snapshot> ReadAsync(GroupList lists, CancellationToken ct) => errors.Translate(() => reader.ReadAsync(lists, ct));

    public Task<IReadOnlyList<T>> AddAsync<T>(IReadOnlyList<T> rows, CancellationToken ct) where T : Row =>
        errors.Translate(() => adder.AddAsync(rows, ct));

    public Task<IReadOnlyList<T>> UpdateAsync<T>(IReadOnlyList<(T Before, T After)> changes, CancellationToken ct) where T : Row =>
        errors.Translate(() => updater.UpdateAsync(changes, ct));

    public Task<IReadOnlyList<T>> VersionsAsync<T>(int id, CancellationToken ct) where T : Row =>
        errors.Translate(() => history.VersionsAsync<T>(id, ct));

    public Task<IReadOnlyList<AttachedFile>> AttachmentsAsync<T>(int id, CancellationToken ct) where T : Row =>
        errors.Translate(() => history.AttachmentsAsync<T>(id, ct));

    public Task ForgetVersionsAsync<T>(int id, CancellationToken ct) where T : Row =>
        errors.Translate(() => history.ForgetAsync<T>(id, ct));

    public string FormUrl<T>(int id) where T : Row => $"{ListUrl<T>()}/DispForm.aspx?ID={id}";

    /// <summary>Before the first call the site is not known; a list lies under its internal name then too.</summary>
    public string ListUrl<T>() where T : Row
    {
        var name = RowMaps.Of<T>().Name;
        return site.Known is { } map ? map.List(name).WebUrl.TrimEnd('/') : $"{site.Connection.Options.SiteUrl}Lists/{name}";
    }
}
