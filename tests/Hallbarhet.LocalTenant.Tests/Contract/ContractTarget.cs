using System.Net.Http.Headers;
using System.Text;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Where the cases are tried: a local tenant, or a real one.</summary>
internal abstract class ContractTarget
{
    /// <summary>Values that are there from the start: site, group, mailbox, people.</summary>
    public abstract IReadOnlyDictionary<string, string> Constants { get; }

    /// <summary>Stands before the number in names, so that two runs on one real tenant do not meet.</summary>
    public abstract string Prefix { get; }

    public abstract Task<HttpClient> ClientAsync(Who who);

    public static async Task<Answer> SendAsync(HttpClient client, At at)
    {
        using var request = new HttpRequestMessage(new(at.Case.Sent ?? at.Case.Method), at.Url);
        var type = at.Headers.FirstOrDefault(h => h.Name == "Content-Type").Value ?? "application/json";
        if (at.Body is { } body) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        _ = request.Headers.TryAddWithoutValidation("client-request-id", at.Case.Key.Length > 0 ? CaseId.Of(at.Case) : null);
        foreach (var (name, value) in at.Headers.Where(h => h.Name != "Content-Type" && h.Value.Length > 0))
            if (!request.Headers.TryAddWithoutValidation(name, value)) _ = request.Content?.Headers.TryAddWithoutValidation(name, value);
        return await client.AnswerAsync(request);
    }
}
