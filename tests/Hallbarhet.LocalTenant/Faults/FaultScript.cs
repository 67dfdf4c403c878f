using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>The script in force. It can be replaced at any time, which also brings back a service that is down.</summary>
internal sealed class FaultScript(int seed)
{
    private readonly Lock gate = new();
    private IReadOnlyList<FaultRule> rules = [];
    private IReadOnlyList<Budget> budgets = [];
    private bool down;

    public void Put(JsonObject script)
    {
        foreach (var (name, _) in script)
            if (name != "rules") throw GraphError.Invalid($"A fault script has 'rules', not '{name}'.");
        var next = script.Objects("rules").Select((r, i) => new FaultRule(r, new Random(unchecked((seed * 397) + i)))).ToList();
        lock (gate)
        {
            (rules, down) = (next, false);
            budgets = [.. next.Where(r => r.Mode.Name == FaultMode.Budget).Select(r => new Budget(r))];
        }
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
            }))), ("modes", J.Array(FaultMode.All.Select(m => J.Obj(("mode", m.Name), ("does", m.Does))))));
        }
    }

    /// <summary>The rule that strikes this call, or null.</summary>
    public FaultRule? Next(string method, string path, string query)
    {
        lock (gate)
        {
            if (down) throw new ConnectionCut();
            foreach (var rule in rules)
            {
                if (!rule.Strikes(method, path, query)) continue;
                down = rule.ThenDown;
                return rule;
            }
            return null;
        }
    }

    /// <summary>A rule that struck and made no difference.</summary>
    public void Spare(FaultRule rule)
    {
        lock (gate) rule.Fired--;
    }

    /// <summary>The budget that this call is counted on, or null.</summary>
    public Budget? BudgetOf(string method, string path)
    {
        if (ServiceWords.Of(path) != Service.SharePoint) return null;
        lock (gate) return budgets.FirstOrDefault(b => b.Rule.Matches(method, path));
    }
}
