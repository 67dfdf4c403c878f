namespace Hallbarhet.LocalTenant.Faults;

/// <summary>The script in force. It can be replaced at any time, which also brings back a service that is down.</summary>
internal sealed class FaultScript
{
    private readonly Lock gate = new();
    private IReadOnlyList<FaultRule> rules = [];
    private bool down;

    public void Put(JsonObject script)
    {
        foreach (var (name, _) in script)
            if (name != "rules") throw GraphError.Invalid($"A fault script has 'rules', not '{name}'.");
        var next = script.Objects("rules").Select(r => new FaultRule(r)).ToList();
        lock (gate) (rules, down) = (next, false);
    }

    public JsonObject Shown()
    {
        lock (gate)
        {
            return J.Obj(("down", down), ("rules", J.Array(rules.Select(r =>
            {
                var shown = r.Given.Copy();
                shown["fired"] = r.Fired;
                return shown;
            }))));
        }
    }

    /// <summary>The rule that strikes this call, or null.</summary>
    public FaultRule? Next(string method, string path)
    {
        lock (gate)
        {
            if (down) throw new ConnectionCut();
            foreach (var rule in rules)
            {
                if (!rule.Strikes(method, path)) continue;
                down = rule.ThenDown;
                return rule;
            }
            return null;
        }
    }
}
