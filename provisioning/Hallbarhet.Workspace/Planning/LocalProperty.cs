namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// What is set once and then belongs to the users. A new version of the data changes it only where nobody else has:
/// applied last, wanted now and found on the site are compared.
/// </summary>
internal static class LocalProperty
{
    /// <param name="applied">What was applied last; null when it never was.</param>
    /// <param name="wanted">What the data says.</param>
    /// <param name="actual">What the site has; null when it is not there.</param>
    /// <returns>Whether the data's value shall be set.</returns>
    public static bool IsToSet(string? applied, string wanted, string? actual) =>
        actual != wanted && (applied is null || (applied != wanted && actual == applied));

    /// <summary>Whether people have made it differ from the data.</summary>
    public static bool IsTheirs(string? applied, string wanted, string? actual) =>
        actual != wanted && !IsToSet(applied, wanted, actual);
}
