using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>One row of the table of what SharePoint REST answers.</summary>
/// <remarks>
/// A template's segment is <c>name</c>, <c>name({key})</c> for one of a collection however it is named, or <c>name(a,b)</c> for a
/// method, whose parameters may come in the path or in the body. PATCH stands for MERGE too.
/// </remarks>
internal sealed class RestOperation(string method, string template, RoleLevel needs, Func<RestCall, Reply> handler, string options = "")
{
    private readonly Part[] parts = [.. template.Split('/').Select(Part.Read)];

    public string Method { get; } = method;

    public string Template { get; } = template;

    /// <summary>The permission level that the caller needs on the item, else the list, else the site that the template names.</summary>
    public RoleLevel Needs { get; } = needs;

    public Func<RestCall, Reply> Handler { get; } = handler;

    /// <summary>Query options that this operation honours.</summary>
    public string Options { get; } = options;

    public Right Right => Needs switch
    {
        RoleLevel.Read => Right.SiteRead,
        RoleLevel.Contribute => Right.SiteWrite,
        RoleLevel.FullControl when Template.Contains("{list}", StringComparison.Ordinal) => Right.SiteShare,
        // Between the members' level and full control there is none that an application could be granted.
        RoleLevel.FullControl or RoleLevel.Design => Right.SiteControl,
        _ => Right.SiteManage,
    };

    /// <summary>As Microsoft counts them for Graph: 1 single read, 2 query of many or write, 5 permissions.</summary>
    public int ResourceUnits => Template.Contains("role", StringComparison.OrdinalIgnoreCase) ? 5
        : Method != "GET" || Template.EndsWith('s') && !Template.EndsWith("Permissions", StringComparison.Ordinal) ? 2 : 1;

    /// <summary>The values of a path that fits the template, else null.</summary>
    public Dictionary<string, Key>? Match(IReadOnlyList<Step> steps)
    {
        if (steps.Count != parts.Length) return null;
        var values = new Dictionary<string, Key>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < parts.Length; i++)
            if (!parts[i].Take(steps[i], values)) return null;
        return values;
    }

    private sealed record Part(string Name, string? Key, string[] Parameters)
    {
        public static Part Read(string segment)
        {
            var open = segment.IndexOf('(', StringComparison.Ordinal);
            if (open < 0) return new(segment, null, []);
            var inner = segment[(open + 1)..^1];
            return inner.StartsWith('{') ? new(segment[..open], inner[1..^1], []) : new(segment[..open], null, inner.Split(','));
        }

        public bool Take(Step step, Dictionary<string, Key> values)
        {
            if (!step.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)) return false;
            if (Key is null) return step.By is null && TakeArguments(step.Arguments, values);
            if (step.Arguments.Count != 1) return false;
            values[Key] = new(step.By ?? "id", step.Arguments[0].Text);
            return true;
        }

        private bool TakeArguments(IReadOnlyList<Argument> arguments, Dictionary<string, Key> values)
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                var name = arguments[i].Name ?? (i < Parameters.Length ? Parameters[i] : "");
                if (!Parameters.Contains(name, StringComparer.OrdinalIgnoreCase)) return false;
                values[name] = new("argument", arguments[i].Text);
            }
            return true;
        }
    }
}
