using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>
/// The same work as a program without batches would do it: every part of a batch goes by itself, one after the other, and every column
/// of a new list is a call of its own.
/// </summary>
internal sealed class OneCallPerObject(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    private const string LineEnd = "\r\n";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        var text = await request.Content!.ReadAsStringAsync(cancellationToken);
        return request.RequestUri.AbsolutePath.StartsWith("/v1.0/", StringComparison.Ordinal)
            ? await GraphAsync(request, text, cancellationToken)
            : await SharePointAsync(request, text, cancellationToken);
    }

    private async Task<HttpResponseMessage> GraphAsync(HttpRequestMessage batch, string text, CancellationToken cancellationToken)
    {
        var answers = new JsonArray();
        foreach (var part in JsonNode.Parse(text)!["requests"]!.AsArray().Select(part => part!.AsObject()))
        {
            var address = new Uri(batch.RequestUri!.AbsoluteUri.Replace("/$batch", "", StringComparison.Ordinal) + part["url"]!.GetValue<string>());
            var body = part["body"]?.DeepClone();
            var columns = part["method"]!.GetValue<string>() == "POST" && address.AbsolutePath.EndsWith("/lists", StringComparison.Ordinal) ? Taken(body!.AsObject()) : [];
            var (status, answer) = await AloneAsync(batch, new HttpMethod(part["method"]!.GetValue<string>()), address, Json(body), Headers(part), cancellationToken);
            foreach (var column in columns.Where(_ => status == HttpStatusCode.Created))
                await AloneAsync(batch, HttpMethod.Post, new Uri($"{address}/{JsonNode.Parse(answer)!["id"]}/columns"), Json(column), [], cancellationToken);
            answers.Add(new JsonObject
            {
                ["id"] = part["id"]!.DeepClone(),
                ["status"] = (int)status,
                ["body"] = answer.StartsWith('{') ? JsonNode.Parse(answer) : null,
            });
        }
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = Json(new JsonObject { ["responses"] = answers }), RequestMessage = batch };
    }

    private static Dictionary<string, string> Headers(JsonObject part) => part["headers"]?.AsObject().Where(header => header.Key != "Content-Type")
        .ToDictionary(header => header.Key, header => header.Value!.GetValue<string>()) ?? [];

    private static List<JsonNode> Taken(JsonObject list)
    {
        var columns = list["columns"]?.AsArray().Select(column => column!.DeepClone()).ToList() ?? [];
        list.Remove("columns");
        return columns;
    }

    private async Task<HttpResponseMessage> SharePointAsync(HttpRequestMessage batch, string text, CancellationToken cancellationToken)
    {
        var answers = new StringBuilder();
        foreach (var part in text.Split("Content-Transfer-Encoding: binary" + LineEnd + LineEnd).Skip(1))
        {
            var lines = part.Split(LineEnd);
            var first = lines[0].Split(' ');
            var headers = lines.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            var body = lines.SkipWhile(line => line.Length > 0).Skip(1).FirstOrDefault() is { Length: > 0 } line && !line.StartsWith("--", StringComparison.Ordinal) ? line : null;
            var content = body is null ? null : new StringContent(body, Encoding.UTF8);
            if (content is not null)
                content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(headers["Content-Type"]);
            headers.Remove("Content-Type");
            var (status, answer) = await AloneAsync(batch, new HttpMethod(first[0]), new Uri(first[1]), content, headers, cancellationToken);
            answers.Append("--batchresponse_1").Append(LineEnd).Append(LineEnd).Append("HTTP/1.1 ").Append((int)status).Append(LineEnd).Append(LineEnd).Append(answer).Append(LineEnd);
        }
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answers.Append("--batchresponse_1--").ToString()), RequestMessage = batch };
    }

    private async Task<(HttpStatusCode Status, string Body)> AloneAsync(
        HttpRequestMessage batch, HttpMethod method, Uri address, HttpContent? content, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = batch.Headers.Authorization;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await base.SendAsync(request, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    private static StringContent? Json(JsonNode? body) => body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
}
