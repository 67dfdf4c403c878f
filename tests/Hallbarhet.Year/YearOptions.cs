namespace Hallbarhet.Year;

/// <summary>How the example year is run; the contract of scripts/demo.cs.</summary>
public sealed record YearOptions
{
    /// <summary>Only 2026 has content.</summary>
    public int Year { get; init; } = 2026;

    public string Out { get; init; } = "out/demo";

    /// <summary>JSON Lines file that every exchange with the tenant is written to.</summary>
    public string? Capture { get; init; }

    public int Seed { get; init; } = 2026;

    /// <summary>Fault script that the tenant starts with.</summary>
    public string? Faults { get; init; }

    /// <summary>Leaves the tenant running when all is done.</summary>
    public bool Keep { get; init; }

    public bool PlannerOn { get; init; } = true;
}
