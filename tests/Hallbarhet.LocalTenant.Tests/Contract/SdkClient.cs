using System.Text;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The real Graph SDK before a target, and what the service answered to its last call.</summary>
internal sealed class SdkClient : IDisposable
{
    private readonly Wire wire;
    private readonly HttpClient http;

    public SdkClient(HttpClient authorized, Uri baseAddress, At at)
    {
        wire = new(at) { InnerHandler = new HttpClientHandler() };
        http = new(wire);
        http.DefaultRequestHeaders.Authorization = authorized.DefaultRequestHeaders.Authorization;
        Graph = new(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = baseAddress + "v1.0" });
    }

    public GraphServiceClient Graph { get; }

    /// <summary>Null when it sent nothing.</summary>
    public Answer? Last => wire.Last;

    public void Dispose()
    {
        Graph.Dispose();
        http.Dispose();
        wire.Dispose();
    }

    /// <summary>Adds the headers of the case, which every builder would take in its configuration, and keeps the answer.</summary>
    private sealed class Wire(At at) : DelegatingHandler
    {
        public Answer? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = request.Headers.Remove("client-request-id");
            request.Headers.Add("client-request-id", CaseId.Of(at.Case));
            foreach (var (name, value) in at.Headers.Where(h => h.Name != "Content-Type")) _ = request.Headers.TryAddWithoutValidation(name, value);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            Last = new((int)response.StatusCode, Encoding.UTF8.GetString(bytes), response.Headers, bytes);
            return response;
        }
    }
}
