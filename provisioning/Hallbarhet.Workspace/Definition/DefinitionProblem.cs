namespace Hallbarhet.Workspace.Definition;

/// <summary>Something wrong in the data: where, and what to write instead. Line and column start at 1.</summary>
public sealed record DefinitionProblem(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Message}";
}

/// <summary>The data cannot be used. Every problem is listed, not only the first.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
