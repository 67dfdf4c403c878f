namespace Hallbarhet.Workspace.Definition;

/// <summary>Rules for the group file that a schema cannot say.</summary>
internal static class GroupRules
{
    public static IEnumerable<DefinitionProblem> Check(DefinitionFile file, GroupFile group)
    {
        var departments = group.Departments.Select(department => department.Key).ToList();
        return Twice(file, "departments", departments)
            .Concat(Twice(file, "bodies", [.. group.Bodies.Select(body => body.Key)]))
            .Concat(Twice(file, "members", [.. group.Members.Select(member => member.Key)]))
            .Concat(BothDepartmentAndBody(file, group, departments))
            .Concat(Successors(file, group, departments))
            .Concat(Members(file, group, departments))
            .Concat(Site(file, group));
    }

    private static IEnumerable<DefinitionProblem> Twice(DefinitionFile file, string property, List<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys.Take(i).Contains(keys[i]))
                yield return file.Problem($"{property}[{i}].key", $"The key \"{keys[i]}\" is used twice. Choose another.");
        }
    }

    /// <summary>Both become rows of one list and are told apart by their key.</summary>
    private static IEnumerable<DefinitionProblem> BothDepartmentAndBody(DefinitionFile file, GroupFile group, List<string> departments)
    {
        for (var i = 0; i < group.Bodies.Count; i++)
        {
            if (departments.Contains(group.Bodies[i].Key))
                yield return file.Problem($"bodies[{i}].key", $"A department has the key \"{group.Bodies[i].Key}\" already. Choose another.");
        }
    }

    private static IEnumerable<DefinitionProblem> Successors(DefinitionFile file, GroupFile group, List<string> departments)
    {
        for (var i = 0; i < group.Departments.Count; i++)
        {
            if (group.Departments[i] is { Successor: { } successor } department
                && (successor == department.Key || !departments.Contains(successor)))
                yield return file.Problem($"departments[{i}].successor", $"There is no other department \"{successor}\".{DefinitionRules.Hint(successor, departments)}");
        }
    }

    private static IEnumerable<DefinitionProblem> Members(DefinitionFile file, GroupFile group, List<string> departments)
    {
        for (var i = 0; i < group.Members.Count; i++)
        {
            var member = group.Members[i];
            if (member.Department is { } department && !departments.Contains(department))
                yield return file.Problem($"members[{i}].department", $"There is no department \"{department}\".{DefinitionRules.Hint(department, departments)}");
            if (member.Upn is { } upn && !group.Domains.Contains(upn[(upn.IndexOf('@', StringComparison.Ordinal) + 1)..]))
                yield return file.Problem($"members[{i}].upn", $"{member.Key} has an account outside \"domains\". Add the domain, or leave out \"upn\" for somebody external.");
            if (member.Upn is null && member.Email is null)
                yield return file.Problem($"members[{i}]", $"{member.Key} needs \"upn\", or \"email\" for somebody without an account.");
        }
    }

    /// <summary>Microsoft 365 gives a new group's site the group's mail nickname as address.</summary>
    private static IEnumerable<DefinitionProblem> Site(DefinitionFile file, GroupFile group)
    {
        if (group.CreateIfMissing && group.Site != $"/sites/{group.MailNickname}")
            yield return file.Problem("site", $"A new group's site gets its mail nickname: write \"/sites/{group.MailNickname}\".");
        if (group.Members.All(member => member.Role != MemberEntry.Strategist))
            yield return file.Problem("members", $"At least one member needs the role {MemberEntry.Strategist}.");
    }
}
