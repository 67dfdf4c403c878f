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

    /// <summary>The whole file without line breaks and indentation.</summary>
    public string OnOneLine => CompactJson.Of(text);

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
            DemandPlainJson(text);
            var root = Parse(text);
            var found = SchemaProblems.Of(name, schema, root).ToList();
            problems.AddRange(found);
            return found.Count == 0 ? new DefinitionFile(name, text, root) : null;
        }
        catch (JsonReaderException error)
        {
            problems.Add(new DefinitionProblem(name, error.LineNumber, error.LinePosition, $"This is not valid JSON: {WithoutPlace(error.Message)}"));
            return null;
        }
        catch (System.Text.Json.JsonException error)
        {
            problems.Add(new DefinitionProblem(name, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1,
                $"This is not valid JSON: {WithoutPlace(error.Message)}"));
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

    /// <summary>The reader that knows lines is lenient about commas and quotes; other programs that read the data are not.</summary>
    private static void DemandPlainJson(string text)
    {
        using var document = JsonDocument.Parse(text);
    }

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader, new JsonLoadSettings
        {
            DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
            LineInfoHandling = LineInfoHandling.Load,
        });
    }

    /// <summary>Both readers end their message with the place, which is told once already.</summary>
    private static string WithoutPlace(string message)
    {
        foreach (var marker in (string[])[" Path '", " LineNumber: "])
        {
            if (message.IndexOf(marker, StringComparison.Ordinal) is var end and >= 0)
                return message[..end];
        }
        return message;
    }
}
