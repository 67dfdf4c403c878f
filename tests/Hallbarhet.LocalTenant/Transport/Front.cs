using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Transport;

/// <summary>Where both transports hand in their requests.</summary>
internal sealed class Front(ControlPlane control, Pipeline pipeline)
{
    public Task<Reply> AnswerAsync(TenantRequest request, CancellationToken cancellation) =>
        ControlPlane.Owns(request.Path) ? Task.FromResult(control.Answer(request)) : pipeline.AnswerAsync(request, cancellation);
}
