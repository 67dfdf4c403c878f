namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Makes what the placeholders of a case stand for: shared things once, the others for each case anew.</summary>
internal sealed class Scratch(ContractTarget target)
{
    private readonly Dictionary<string, JsonObject> shared = [];
    private readonly List<(Who As, string Path)> toRemove = [];
    private int last;

    public async Task<At> ForAsync(ContractCase given)
    {
        var values = new Dictionary<string, string> { ["n"] = $"{target.Prefix}{++last}" };
        foreach (var (name, value) in given.With) values[name] = value;
        string?[] texts = [given.Path ?? given.Template, given.Query, given.Body, .. given.Headers.Select(h => h.Value),
            .. given.With.Select(w => w.Value), .. given.Facts.Select(f => f.Value)];
        await MakeAsync(values, [], At.Names(texts));
        var at = new At(given, values);
        foreach (var (name, value) in given.With) values[name] = at.Fill(value);
        return at;
    }

    /// <summary>Takes away what was made, the last first.</summary>
    public async Task RemoveAsync()
    {
        foreach (var (who, path) in Enumerable.Reverse(toRemove))
            _ = await (await target.ClientAsync(who)).SendTextAsync("DELETE", path, null, ("If-Match", "*"));
        toRemove.Clear();
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
        await MakeAsync(mine, own, At.Names(recipe.Path, recipe.Body));
        thing = await SendAsync(recipe, mine);
        kept[recipe.Name] = thing;
        values[recipe.Name] = Property(thing, recipe, recipe.Name);
        if (recipe.Remove is { } remove)
            toRemove.Add((recipe.As, new At(new() { Sentence = "", Status = 0 }, new Dictionary<string, string>(mine) { [recipe.Name] = values[recipe.Name] }).Fill(remove)));
        return thing;
    }

    private async Task<JsonObject> SendAsync(Recipe recipe, Dictionary<string, string> values)
    {
        var at = new At(new() { Method = recipe.Method, Path = recipe.Path, Body = recipe.Body, Sentence = recipe.Name, Status = 200, Headers = [("Content-Type", recipe.ContentType)] }, values);
        var answer = await ContractTarget.SendAsync(await target.ClientAsync(recipe.As), at);
        answer.Status.ShouldBeInRange(200, 299, $"{recipe.Name} could not be made: {answer.Text}");
        return answer.Json;
    }

    private static string Property(JsonObject thing, Recipe recipe, string name)
    {
        var path = name.Contains('.', StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : recipe.Id;
        return thing[path]?.ToString() ?? throw new InvalidOperationException($"What made {recipe.Name} answered no '{path}'.");
    }
}
