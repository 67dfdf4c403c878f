using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class PlannerCases
{
    private const string Plans = "/v1.0/planner/plans";
    private const string Plan = Plans + "/{plan}";
    private const string Buckets = "/v1.0/planner/buckets";
    private const string Tasks = "/v1.0/planner/tasks";
    private const string Task = Tasks + "/{task}";
    private const string None = "finnsInteFinnsInteFinnsInteF";
    private const string Stale = "W/\"aW5hY3R1ZWxs\"";

    private static (string, string)[] Match(string etag) => [("If-Match", etag)];

    public static IEnumerable<ContractCase> All =>
    [
        .. On("POST", Plans, (g, at) => g.Planner.Plans.PostAsync(at.Model<PlannerPlan>()),
            Good("A plan in a group", 201) with { Body = """{"title":"Kontrakt {n}","container":{"url":"https://graph.microsoft.com/v1.0/groups/{group}"}}""", Facts = [("title", "Kontrakt {n}"), ("container/containerId", "{group}"), ("@odata.etag", "*")] },
            Bad(400, "", "No container") with { Findings = ["REQ_REQUIRED"], Body = """{"title":"Kontrakt {n}"}""" },
            Bad(400, "", "No title") with { Findings = ["REQ_REQUIRED"], Body = """{"container":{"url":"https://graph.microsoft.com/v1.0/groups/{group}"}}""" }),

        .. On("GET", "/v1.0/groups/{group}/planner/plans", (g, at) => g.Groups[at["group"]].Planner.Plans.GetAsync(),
            Good("The plans of a group") with { With = [("made", "{plan}")], Facts = [("value/*/id", "{plan}")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. On("GET", Plan, (g, at) => g.Planner.Plans[at["plan"]].GetAsync(),
            Good("A plan with its etag") with { Facts = [("id", "{plan}"), ("@odata.etag", "*")] },
            Missing("plan", None, "", "No such plan"),
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider }),

        .. On("PATCH", Plans + "/{newPlan}", (g, at) => g.Planner.Plans[at["newPlan"]].PatchAsync(at.Model<PlannerPlan>()),
            Good("Another title", 204) with { Body = """{"title":"Kontrakt ny titel"}""", Headers = Match("{newPlan.@odata.etag}") },
            Good("The whole plan, where the client prefers it") with { Body = """{"title":"Kontrakt ny titel"}""", Headers = [("If-Match", "{newPlan.@odata.etag}"), ("Prefer", "return=representation")], Facts = [("title", "Kontrakt ny titel")] },
            Bad(400, "", "No If-Match") with { Findings = ["PLANNER_IF_MATCH"], Body = """{"title":"x"}""" },
            Bad(412, "", "An etag that is not the last") with { Body = """{"title":"x"}""", Headers = Match(Stale) },
            Bad(400, "", "An etag of another form") with { Findings = ["PLANNER_IF_MATCH"], Body = """{"title":"x"}""", Headers = Match("*") }),

        .. On("GET", Plan + "/details", (g, at) => g.Planner.Plans[at["plan"]].Details.GetAsync(),
            Good("The names of a plan's labels") with { Facts = [("categoryDescriptions", "*"), ("@odata.etag", "*")] },
            Missing("plan", None, "", "No such plan")),

        .. On("PATCH", Plan + "/details", (g, at) => g.Planner.Plans[at["plan"]].Details.PatchAsync(at.Model<PlannerPlanDetails>()),
            Good("A label gets a name", 204) with { Body = """{"categoryDescriptions":{"category1":"Försenad"}}""", Headers = Match("{planDetails.@odata.etag}") },
            Bad(412, "", "The plan's own etag instead of the details'") with { Body = """{"categoryDescriptions":{"category1":"x"}}""", Headers = Match("{plan.@odata.etag}") }),

        .. On("GET", Plan + "/buckets", (g, at) => g.Planner.Plans[at["plan"]].Buckets.GetAsync(),
            Good("The buckets of a plan") with { With = [("made", "{bucket}")], Facts = [("value/*/id", "{bucket}")] },
            Missing("plan", None, "", "No such plan")),

        .. On("POST", Buckets, (g, at) => g.Planner.Buckets.PostAsync(at.Model<PlannerBucket>()),
            Good("A bucket", 201) with { Body = """{"name":"Kontrakt {n}","planId":"{plan}","orderHint":" !"}""", Facts = [("name", "Kontrakt {n}"), ("orderHint", "*")] },
            Bad(400, "", "No plan") with { Findings = ["REQ_REQUIRED"], Body = """{"name":"Kontrakt {n}"}""" },
            Bad(400, "", "No name") with { Findings = ["REQ_REQUIRED"], Body = """{"planId":"{plan}"}""" }),

        .. On("GET", Plan + "/tasks", (g, at) => g.Planner.Plans[at["plan"]].Tasks.GetAsync(),
            Good("The tasks of a plan") with { With = [("made", "{task}")], Facts = [("value/*/id", "{task}")] },
            Missing("plan", None, "", "No such plan")),

        .. On("POST", Tasks, (g, at) => g.Planner.Tasks.PostAsync(at.Model<PlannerTask>()),
            Good("A task that is assigned; Planner itself mails the assignee", 201) with
            {
                Body = """{"planId":"{plan}","bucketId":"{bucket}","title":"Kontrakt {n}","dueDateTime":"2026-04-01T12:00:00Z","assignments":{"{other}":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"}}}""",
                Facts = [("percentComplete", "0"), ("@odata.etag", "*"), ("assignments/{other}/@odata.type", "#microsoft.graph.plannerAssignment")],
            },
            Bad(400, "", "No title") with { Findings = ["REQ_REQUIRED"], Body = """{"planId":"{plan}"}""" },
            Bad(400, "", "No plan") with { Findings = ["REQ_REQUIRED"], Body = """{"title":"Kontrakt {n}"}""" },
            Bad(400, "", "A bucket of another plan") with { Body = """{"planId":"{newPlan}","bucketId":"{bucket}","title":"x"}""" },
            Bad(400, "", "An assignment without its type") with { Findings = ["REQ_NEEDS_ODATA_TYPE"], Body = """{"planId":"{plan}","title":"x","assignments":{"{other}":{"orderHint":" !"}}}""" },
            Bad(400, "", "A progress above 100") with { Findings = ["PLANNER_RULE"], Body = """{"planId":"{plan}","title":"x","percentComplete":101}""" }),

        .. On("GET", Task, (g, at) => g.Planner.Tasks[at["task"]].GetAsync(),
            Good("A task") with { Facts = [("id", "{task}"), ("hasDescription", "false")] },
            Missing("task", None, "", "No such task"),
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider }),

        .. On("PATCH", Task, (g, at) => g.Planner.Tasks[at["task"]].PatchAsync(at.Model<PlannerTask>()),
            Good("A task is done, and shows when and by whom") with { Body = """{"percentComplete":100}""", Headers = [("If-Match", "{task.@odata.etag}"), ("Prefer", "return=representation")], Facts = [("completedDateTime", "*"), ("completedBy/application/id", "*")] },
            Bad(412, "", "The etag of the details instead of the task's") with { Body = """{"percentComplete":50}""", Headers = Match("{taskDetails.@odata.etag}") },
            Bad(400, "", "No If-Match") with { Findings = ["PLANNER_IF_MATCH"], Body = """{"percentComplete":50}""" }),

        .. On("DELETE", Task, (g, at) => g.Planner.Tasks[at["task"]].DeleteAsync(),
            Good("A task is gone", 204) with { Headers = Match("{task.@odata.etag}") },
            Bad(412, "", "An etag that is not the last") with { Headers = Match(Stale) }),

        .. On("GET", Task + "/details", (g, at) => g.Planner.Tasks[at["task"]].Details.GetAsync(),
            Good("Description, checklist and references of a task") with { Facts = [("description", ""), ("@odata.etag", "*")] },
            Missing("task", None, "", "No such task")),

        .. On("PATCH", Task + "/details", (g, at) => g.Planner.Tasks[at["task"]].Details.PatchAsync(at.Model<PlannerTaskDetails>()),
            Good("A task gets a description") with { Body = """{"description":"Kontrakt"}""", Headers = [("If-Match", "{taskDetails.@odata.etag}"), ("Prefer", "return=representation")], Facts = [("description", "Kontrakt")] },
            Bad(412, "", "The etag of the task instead of the details'") with { Body = """{"description":"x"}""", Headers = Match("{task.@odata.etag}") }),
    ];
}
