namespace Hallbarhet.Workspace.Definition;

/// <summary>Goals refer to each other by key; a circle could never be created row by row.</summary>
internal static class GoalRules
{
    private const string GoalsList = "Goals";

    public static IEnumerable<DefinitionProblem> Check(IReadOnlyList<DefinitionFile> files, WorkspaceDefinition definition)
    {
        var known = definition.Goals.Select(goal => goal.Key).ToHashSet();
        var frameworks = definition.Lists.FirstOrDefault(list => list.Name == GoalsList)?.Column("Framework")?.Choices ?? [];
        var seen = new HashSet<string>();
        foreach (var file in files)
        {
            var goals = file.As<List<GoalDefinition>>();
            for (var i = 0; i < goals.Count; i++)
            {
                if (!seen.Add(goals[i].Key))
                    yield return file.Problem($"[{i}].key", $"The goal {goals[i].Key} is described twice. Keep one.");
                foreach (var message in Problems(goals[i], known, frameworks))
                    yield return file.Problem($"[{i}]", $"Goal {goals[i].Key}: {message}");
                if (InCircle(goals[i].Key, definition.Goals))
                    yield return file.Problem($"[{i}]", $"Goal {goals[i].Key} refers to itself through others. Keep one direction.");
            }
        }
    }

    private static IEnumerable<string> Problems(GoalDefinition goal, HashSet<string> known, IReadOnlyList<string> frameworks)
    {
        if (!frameworks.Contains(goal.Framework))
            yield return $"the framework must be one of: {string.Join(", ", frameworks)}.";
        foreach (var missing in References(goal).Where(key => !known.Contains(key)))
            yield return $"there is no goal \"{missing}\".{DefinitionRules.Hint(missing, known)}";
    }

    private static bool InCircle(string start, IReadOnlyList<GoalDefinition> goals)
    {
        var byKey = goals.GroupBy(goal => goal.Key).ToDictionary(same => same.Key, same => same.First());
        var waiting = new Stack<string>(References(byKey[start]));
        var visited = new HashSet<string>();
        while (waiting.TryPop(out var key))
        {
            if (key == start)
                return true;
            if (visited.Add(key) && byKey.TryGetValue(key, out var goal))
            {
                foreach (var next in References(goal))
                    waiting.Push(next);
            }
        }
        return false;
    }

    private static IEnumerable<string> References(GoalDefinition goal) => goal.Parent is { } parent ? goal.Related.Prepend(parent) : goal.Related;
}
