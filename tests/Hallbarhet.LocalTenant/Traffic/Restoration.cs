using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.SharePointRest;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>Does the journal's writes again. One that failed then fails again, which is right.</summary>
internal sealed class Restoration(TenantState tenant, Pipeline pipeline, ControlPlane control, ContentPlane content)
{
    public void Run(Journal journal) => journal.Replay((request, caller) =>
    {
        try
        {
            Redo(request, caller);
        }
        catch (GraphError)
        {
            // It was refused the first time as well.
        }
    });

    private void Redo(TenantRequest request, string? name)
    {
        var entry = new LogEntry(request.Method, request.Path);
        if (ControlPlane.Owns(request.Path)) _ = control.Answer(request);
        else if (name is null) _ = content.Upload(request, entry);
        else if (request.Path.StartsWith("/v1.0/", StringComparison.Ordinal)) _ = pipeline.Work(request, Named(name), entry, false);
        else _ = SharePointRouter.Answer(tenant, request, Named(name), entry);
    }

    /// <summary>With an at sign it is a person. What an application might do was judged when it did it; its rights may have changed since.</summary>
    private Caller Named(string name) => (name.Contains('@', StringComparison.Ordinal)
        ? UserStore.CallerFor(tenant.Users.Get(name))
        : tenant.Applications.Named(name)!.Caller(sharePoint: false)) with
    { IsReplay = true };
}
