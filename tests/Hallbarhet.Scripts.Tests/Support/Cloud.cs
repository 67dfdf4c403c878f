using System.Collections;
using System.Management.Automation;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>
/// Azure, Graph and Exchange as far as the scripts go: each command is recorded, and those that change something keep it, so that a
/// second run finds what the first one made.
/// </summary>
public sealed partial class Cloud
{
    private readonly Dictionary<string, Func<Arguments, object?>> commands = new(StringComparer.OrdinalIgnoreCase);

    public Cloud()
    {
        AddGraph();
        AddExchange();
        AddAzure();
    }

    /// <summary>Commands in the order in which they came.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Those of them that change something.</summary>
    public List<string> Changes { get; } = [];

    public List<string> Output { get; } = [];

    /// <summary>A command that the service refuses.</summary>
    public string? FailsAt { get; private set; }

    /// <summary>Whether the machine has the modules and programs that the scripts ask for.</summary>
    public bool HasModules { get; private set; } = true;

    public string Said => string.Join('\n', Output);

    public IEnumerable<string> Commands => commands.Keys;

    public Cloud FailingAt(string command)
    {
        FailsAt = command;
        return this;
    }

    public Cloud OnAnEmptyMachine()
    {
        HasModules = false;
        return this;
    }

    public void Say(string text) => Output.Add(text);

    public object? Call(string name, IDictionary given)
    {
        Calls.Add(name);
        if (name == FailsAt) throw new InvalidOperationException("The service says no.");
        if (!commands.TryGetValue(name, out var command)) throw new CommandNotFoundException(name);
        return command(new Arguments(given));
    }

    public object? Modules(string name) => HasModules ? Objects.Row(("Name", name), ("Version", new Version(99, 0))) : null;

    public object? Programs(string name) => HasModules ? Objects.Row(("Name", name)) : null;

    /// <summary>publish leaves a file in its folder, records an index: all that the scripts look at.</summary>
    public int Dotnet(object[] arguments)
    {
        var words = arguments.Select(a => a.ToString()!).ToList();
        Calls.Add("dotnet");
        if (FailsAt == "dotnet") return 1;
        if (words[0] == "publish") return Leave(words[words.IndexOf("-o") + 1], "Hallbarhet.Functions.dll");
        Changes.Add("dotnet");
        return Leave(words[words.IndexOf("--out") + 1], "index.csv");

        static int Leave(string folder, string file)
        {
            _ = Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file), "content");
            return 0;
        }
    }

    private void Reads(string name, Func<Arguments, object?> answer) => commands[name] = answer;

    private void Alters(string name, Func<Arguments, object?> change) => commands[name] = given =>
    {
        Changes.Add(name);
        return change(given);
    };
}

/// <summary>What a command was given.</summary>
internal sealed class Arguments(IDictionary given)
{
    public string Text(string name) => given[name]?.ToString() ?? "";

    public bool Has(string name) => given.Contains(name);

    public IDictionary Table(string name) => (IDictionary)given[name]!;

    public string[] Texts(string name) => [.. ((IEnumerable)given[name]!).Cast<object>().Select(v => v.ToString()!)];

    public object[] Objects(string name) => [.. ((IEnumerable)given[name]!).Cast<object>()];

    /// <summary>The value between the quotes of an OData filter with one term.</summary>
    public string FilterValue() => Text("Filter").Split('\'')[1];
}
