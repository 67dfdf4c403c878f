using System.Text.Json;

namespace Hallbarhet.Year.Checks;

internal static class ActionChecks
{
    public static IEnumerable<Check> All(YearEnd year)
    {
        yield return Check.That("every open action has exactly one task and every completion came back", Tasks(year));
    }

    private static IEnumerable<string> Tasks(YearEnd year)
    {
        var tasks = year.Tasks.ToDictionary(t => t.GetProperty("id").GetString()!);
        var actions = year["DecisionsActions"].Where(a => a.Text("Kind") == "Åtgärd").ToList();
        foreach (var shared in actions.Where(a => a.Text("PlannerTaskId") is not null).GroupBy(a => a.Text("PlannerTaskId")).Where(g => g.Count() > 1))
            yield return $"task {shared.Key} serves {shared.Count()} actions";
        foreach (var action in actions)
        {
            var task = action.Text("PlannerTaskId") is { } id && tasks.TryGetValue(id, out var found) ? found : (JsonElement?)null;
            var done = task is { } t && t.GetProperty("percentComplete").GetInt32() == 100;
            if (task is null && action.Text("ActionStatus") == "Öppen") yield return $"{action.Id} {action.Title}: open without a task";
            if (task is not null && done != (action.Text("ActionStatus") != "Öppen")) yield return $"{action.Id} {action.Title}: task and list differ";
        }

        if (tasks.Count > actions.Count) yield return $"{tasks.Count} tasks for {actions.Count} actions";
        var finished = year.Stage.Content.Decisions.Where(d => year.Stage.Ids.ContainsKey("done/" + d.Key)).Select(d => year.Stage.Ids["decision/" + d.Key]);
        foreach (var id in finished.Where(id => actions.Any(a => a.Id == id && a.Text("ActionStatus") != "Klar")))
            yield return $"action {id} was finished by its owner but is not Klar";
    }
}
