namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Everything that the tenant promises, in one table; the areas are its chapters in docs/local-tenant.md.</summary>
internal static class ContractTable
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        .. Area("Lists", ListCases.All),
    ];

    public static ContractCase Find(string key) => All.Single(c => c.Key == key);

    private static IEnumerable<ContractCase> Area(string name, IEnumerable<ContractCase> cases, Who who = Who.Setup) =>
        cases.Select(c => c with { Area = name, As = c.As ?? who });
}
