using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>One case with every placeholder filled in.</summary>
internal sealed partial class At(ContractCase given, IReadOnlyDictionary<string, string> values)
{
    public ContractCase Case => given;

    public string this[string name] => values[name];

    public string? Body => given.Body is { } body ? Fill(body) : null;

    public IEnumerable<(string Name, string Value)> Headers => given.Headers.Select(h => (h.Name, Fill(h.Value)));

    /// <summary>Path and query as they go over the wire.</summary>
    public string Url => Fill(given.Path ?? given.Template) + Fill(given.Query);

    /// <summary>
    /// The same body as raw HTTP sends, read into the SDK's model. Not by the SDK's own deserializer: what that has read counts
    /// as known to the service and would not be sent.
    /// </summary>
    public T Model<T>() where T : class, IParsable, new()
    {
        using var body = JsonDocument.Parse(Body!);
        return new JsonParseNode(body.RootElement.Clone()).GetObjectValue(_ => new T())!;
    }

    public Stream Content() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Body!));

    public string Fill(string text) => Fill(text, values);

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(text, m => values.TryGetValue(m.Groups[1].Value, out var v) ? v : m.Value);

    public static IEnumerable<string> Names(params IEnumerable<string?> texts) =>
        texts.OfType<string>().SelectMany(t => Placeholder().Matches(t)).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{([a-zA-Z][\w.@]*)\}")]
    private static partial Regex Placeholder();
}
