using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Hallbarhet.Workspace.Definition;

/// <summary>One data file, checked against its schema, that remembers where everything stood.</summary>
internal sealed class DefinitionFile
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string text;
    private readonly JToken root;

    private DefinitionFile(string name, string text, JToken root) => (Name, this.text, this.root) = (name, text, root);

    public string Name { get; }

    /// <summary>Reads and checks; null when the file cannot be used, with the reasons added to <paramref name="problems"/>.</summary>
    public static DefinitionFile? Read(string path, string name, JsonSchema schema, List<DefinitionProblem> problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(new DefinitionProblem(name, 1, 1, $"The file is missing. It should be at {path}."));
            return null;
        }
        var text = File.ReadAllText(path);
        try
        {
            var root = Parse(text);
            var found = SchemaProblems.Of(name, schema, root).ToList();
            problems.AddRange(found);
            return found.Count == 0 ? new DefinitionFile(name, text, root) : null;
        }
        catch (JsonReaderException error)
        {
            problems.Add(new DefinitionProblem(name, error.LineNumber, error.LinePosition, $"This is not valid JSON: {FirstSentence(error.Message)}"));
            return null;
        }
    }

    public T As<T>() =>
        System.Text.Json.JsonSerializer.Deserialize<T>(text, Reading) ?? throw new InvalidOperationException($"{Name} holds null.");

    /// <summary>A problem at a JSON path such as <c>columns[2].target</c>; at the nearest thing that exists when the path does not.</summary>
    public DefinitionProblem Problem(string path, string message)
    {
        var at = root.SelectToken(path) ?? root;
        var line = (IJsonLineInfo)at;
        return new DefinitionProblem(Name, line.LineNumber, line.LinePosition, message);
    }

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        var root = JToken.ReadFrom(reader, new JsonLoadSettings
        {
            DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
            LineInfoHandling = LineInfoHandling.Load,
        });
        return reader.Read()
            ? throw new JsonReaderException("There is more text after the end of the data.", "", reader.LineNumber, reader.LinePosition, null)
            : root;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
