namespace Hallbarhet.Workspace.Definition;

/// <summary>A view that people need. Set once; afterwards it belongs to them.</summary>
public sealed record ViewDefinition
{
    /// <summary>The view that every list is born with.</summary>
    public const string BuiltIn = "AllItems";

    private const int UsualLimit = 30;

    /// <summary>Internal name, part of the view's address, frozen for ever.</summary>
    public required string Name { get; init; }

    /// <summary>What people see, Swedish.</summary>
    public required string Title { get; init; }

    public bool Default { get; init; }

    /// <summary>Internal names in their order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<ViewCondition> Where { get; init; } = [];

    /// <summary>Internal names; a minus sign in front turns the order.</summary>
    public IReadOnlyList<string> Sort { get; init; } = [];

    public string? Group { get; init; }

    /// <summary>Rows on a page.</summary>
    public int Limit { get; init; } = UsualLimit;
}

/// <summary>One condition on one column; exactly one of the tests, <see cref="OrEmpty"/> beside it.</summary>
public sealed record ViewCondition
{
    /// <summary>Stands for the day on which somebody looks.</summary>
    public const string Today = "[Today]";

    /// <summary>Stands for whoever looks.</summary>
    public const string Me = "[Me]";

    public required string Column { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    /// <summary>None of these.</summary>
    public IReadOnlyList<string> IsNot { get; init; } = [];

    public string? From { get; init; }

    public string? Before { get; init; }

    /// <summary>Rows without a value fit too.</summary>
    public bool OrEmpty { get; init; }

    public bool? Empty { get; init; }
}
