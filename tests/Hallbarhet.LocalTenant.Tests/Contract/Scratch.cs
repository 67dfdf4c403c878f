namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Makes what the placeholders of a case stand for: shared things once, the others for each case anew.</summary>
internal sealed class Scratch(ContractTarget target)
{
    private readonly Dictionary<string, JsonObject> shared = [];
    private int last;

    public async Task<At> ForAsync(ContractCase given)
    {
        var made = new Dictionary<string, string> { ["n"] = $"{target.Prefix}{++last}" };
        string?[] texts = [given.Path ?? given.Template, given.Query, given.Body, .. given.Headers.Select(h => h.Value), .. given.With.Select(w => w.Value),
            .. given.Facts.SelectMany(f => (string?[])[f.Path, f.Value])];
        await MakeAsync(made, [], At.Names(texts).Where(name => given.With.All(w => w.Name != name)));
        // What the case says stands for a placeholder only in the case itself; things are made with what they really need.
        var values = new Dictionary<string, string>(made);
        foreach (var (name, value) in given.With) values[name] = At.Fill(value, made);
        return new(given, values);
    }

    private async Task MakeAsync(Dictionary<string, string> values, Dictionary<string, JsonObject> own, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (values.ContainsKey(name)) continue;
            if (target.Constants.TryGetValue(name, out var constant)) values[name] = constant;
            else if (Recipes.All.FirstOrDefault(r => r.Name == name.Split('.')[0]) is { } recipe)
                values[name] = Property(await ThingAsync(recipe, values, own), recipe, name);
        }
    }

    private async Task<JsonObject> ThingAsync(Recipe recipe, Dictionary<string, string> values, Dictionary<string, JsonObject> own)
    {
        var kept = recipe.Once ? shared : own;
        if (kept.TryGetValue(recipe.Name, out var thing)) return thing;
        // A shared thing has shared parents and a number of its own, or two cases would make it under the same name.
        var mine = recipe.Once ? new() { ["n"] = $"{target.Prefix}{++last}" } : values;
        await MakeAsync(mine, own, At.Names(recipe.Path, recipe.Body, recipe.Then).Where(name => name != recipe.Name));
        thing = (await SendAsync(recipe, recipe.Method, recipe.Path, recipe.Body, mine)).Json;
        kept[recipe.Name] = thing;
        mine = new(mine) { [recipe.Name] = Property(thing, recipe, recipe.Name) };
        if (recipe.Then is { } then) _ = await SendAsync(recipe with { As = recipe.ThenAs ?? recipe.As }, "POST", then, null, mine);
        return thing;
    }

    private async Task<Answer> SendAsync(Recipe recipe, string method, string path, string? body, Dictionary<string, string> values)
    {
        var step = new ContractCase { Method = method, Path = path, Body = body, Sentence = recipe.Name, Status = 200, Headers = [("Content-Type", recipe.ContentType), .. recipe.Headers] };
        var answer = await ContractTarget.SendAsync(await target.ClientAsync(recipe.As), new(step, values));
        answer.Status.ShouldBeInRange(200, 299, $"{recipe.Name} could not be made: {answer.Text}");
        return answer;
    }

    private static string Property(JsonObject thing, Recipe recipe, string name)
    {
        var path = name.Contains('.', StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : recipe.Id;
        return Facts.Body(thing, path).FirstOrDefault() ?? throw new InvalidOperationException($"What made {recipe.Name} answered no '{path}'.");
    }
}
