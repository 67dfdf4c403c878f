using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>SharePoint's permission levels. Their kinds and ids are the same on every site.</summary>
internal static class Levels
{
    public static AccessLevel Of(int roleTypeKind) => roleTypeKind switch
    {
        2 => AccessLevel.Read,
        3 => AccessLevel.Contribute,
        4 => AccessLevel.Design,
        5 => AccessLevel.Full,
        6 => AccessLevel.Edit,
        _ => AccessLevel.Other,
    };

    public static int Id(AccessLevel level) => level switch
    {
        AccessLevel.Read => 1073741826,
        AccessLevel.Contribute => 1073741827,
        AccessLevel.Design => 1073741828,
        AccessLevel.Full => 1073741829,
        AccessLevel.Edit => 1073741830,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Nobody is given this level by hand."),
    };
}
