using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>The multipart form of <c>POST _api/$batch</c>: reads stand alone, each write in a change set of its own.</summary>
internal static class RestWire
{
    private const string LineEnd = "\r\n";
    private const string AnswerLine = "--batchresponse_";

    public static StringContent Write(IReadOnlyList<RestPart> parts, Uri site)
    {
        var calls = parts.Select(part => part.Method == HttpMethod.Get ? Call(part, site) : ChangeSet(part, site)).ToList();
        var boundary = Boundary("batch", string.Concat(calls));
        var text = new StringBuilder();
        foreach (var call in calls)
        {
            Line(text, "--", boundary);
            text.Append(call);
        }
        Line(text, "--", boundary, "--");
        var content = new StringContent(text.ToString(), Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        return content;
    }

    /// <summary>The answers come in the order of the calls.</summary>
    public static IEnumerable<RestAnswer> Read(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                continue;
            var status = (HttpStatusCode)int.Parse(lines[i].AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (i++; i < lines.Length && lines[i].Length > 0; i++)
            {
                if (lines[i].IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                    headers[lines[i][..colon]] = lines[i][(colon + 1)..].Trim();
            }
            var body = new StringBuilder();
            for (i++; i < lines.Length && !lines[i].StartsWith(AnswerLine, StringComparison.Ordinal); i++)
                body.Append(lines[i]).Append('\n');
            yield return new RestAnswer(status, headers, body.ToString());
        }
    }

    private static string ChangeSet(RestPart part, Uri site)
    {
        var call = Call(part, site);
        var boundary = Boundary("changeset", call);
        var text = new StringBuilder();
        Line(text, "Content-Type: multipart/mixed; boundary=", boundary);
        Line(text);
        Line(text, "--", boundary);
        text.Append(call);
        Line(text, "--", boundary, "--");
        Line(text);
        return text.ToString();
    }

    /// <summary>From what it surrounds, where it therefore cannot occur: the same calls give the same request.</summary>
    private static string Boundary(string kind, string inside) =>
        $"{kind}_{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(inside)).AsSpan(0, 16))}";

    private static string Call(RestPart part, Uri site)
    {
        var text = new StringBuilder();
        Line(text, "Content-Type: application/http");
        Line(text, "Content-Transfer-Encoding: binary");
        Line(text);
        Line(text, part.Method.Method, " ", new Uri(site, part.Path).AbsoluteUri, " HTTP/1.1");
        Line(text, "Accept: application/json;odata=nometadata");
        if (part.IsMerge)
        {
            Line(text, "X-HTTP-Method: MERGE");
            Line(text, "IF-MATCH: *");
        }
        if (part.Body is not null)
            Line(text, "Content-Type: ", part.ContentType);
        Line(text);
        if (part.Body is not null)
            Line(text, part.Body);
        Line(text);
        return text.ToString();
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> pieces)
    {
        foreach (var piece in pieces)
            text.Append(piece);
        text.Append(LineEnd);
    }
}

/// <summary>One part of the answer.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
