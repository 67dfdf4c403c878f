using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>Does the journal's writes again. One that failed then fails again, which is right.</summary>
internal sealed class Restoration(TenantState tenant, Pipeline pipeline)
{
    private readonly ControlPlane control = new(tenant, pipeline, null);
    private readonly ContentPlane content = new(tenant);

    public void Redo(JournalEntry write)
    {
        try
        {
            Redo(write.Request, write.Caller);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It went wrong the first time as well, and was answered so.
        }
    }

    private void Redo(TenantRequest request, string? name)
    {
        var entry = new LogEntry(request.Method, request.Path);
        if (ControlPlane.Owns(request.Path)) _ = control.Answer(request);
        else if (name is null) _ = content.Upload(request, entry);
        else if (request.Path.StartsWith("/v1.0/", StringComparison.Ordinal)) _ = pipeline.Work(request, Named(name), entry, false);
        else _ = pipeline.SharePoint.Work(request, Named(name), entry);
    }

    /// <summary>With an at sign it is a person. What an application might do was judged when it did it; its rights may have changed since.</summary>
    private Caller Named(string name) => (name.Contains('@', StringComparison.Ordinal)
        ? UserStore.CallerFor(tenant.Users.Get(name))
        : tenant.Applications.Named(name)!.Caller(sharePoint: false)) with
    { IsReplay = true };
}
