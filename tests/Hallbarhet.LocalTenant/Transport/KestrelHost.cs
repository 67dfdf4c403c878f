using System.Net;
using Hallbarhet.LocalTenant.Traffic;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hallbarhet.LocalTenant.Transport;

/// <summary>Kestrel without routing or middleware: every request goes to the same place.</summary>
internal static class KestrelHost
{
    public static WebApplication Build(string url, Front front)
    {
        var address = new Uri(url);
        if (!address.IsLoopback || address.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"The local tenant listens on loopback over http only, not on {url}", nameof(url));
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, address.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(context => HandleAsync(context, front));
        return app;
    }

    private static async Task HandleAsync(HttpContext context, Front front)
    {
        try
        {
            var request = await ReadAsync(context);
            await WriteAsync(context, await front.AnswerAsync(request, context.RequestAborted));
        }
        catch (ConnectionCut)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; there is nobody to answer.
        }
    }

    private static async Task<TenantRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, 64 << 20));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in context.Request.Headers) headers[name] = value.ToString();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return TenantRequest.Create(context.Request.Method, $"http://{context.Request.Host}", target, headers,
            body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static async Task WriteAsync(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.ContentType is { } type) context.Response.ContentType = type;
        if (reply.Status is 204 or 304) return;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }
}
