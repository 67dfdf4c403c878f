using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Traffic;
using Hallbarhet.LocalTenant.Web;

namespace Hallbarhet.LocalTenant.Transport;

/// <summary>Where both transports hand in their requests.</summary>
internal sealed class Front(ControlPlane control, Pipeline pipeline, WebSite web)
{
    public Task<Reply> AnswerAsync(TenantRequest request, CancellationToken cancellation) =>
        WebSite.Owns(request) ? web.AnswerAsync(request)
        : ControlPlane.Owns(request.Path) ? Task.FromResult(control.Answer(request)) : pipeline.AnswerAsync(request, cancellation);
}
