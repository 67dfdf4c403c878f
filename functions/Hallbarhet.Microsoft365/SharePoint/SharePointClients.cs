using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>The client of the SharePoint-only port that the settings ask for.</summary>
public static class SharePointClients
{
    /// <param name="connection">Whose settings decide.</param>
    /// <param name="pnp">Makes the client on PnP.Core; null in a program that was built without it.</param>
    /// <exception cref="SetupProblemException">The program does not have that client.</exception>
    public static ISharePointOnly Choose(Microsoft365Connection connection, Func<Microsoft365Connection, ISharePointOnly>? pnp = null) =>
        connection.Options.SharePointClient switch
        {
            SharePointClient.Rest => new RestSharePoint(connection),
            SharePointClient.Pnp => pnp?.Invoke(connection) ?? throw new SetupProblemException(
                $"{Microsoft365Options.SectionName}:SharePointClient is Pnp, but this program was built without PnP.Core. "
                + "Set it to Rest, which does the same, or take the Functions app or the command line as built with \"dotnet build -c Azure\"."),
            var unknown => throw new SetupProblemException(
                $"{Microsoft365Options.SectionName}:SharePointClient is \"{unknown}\". Write one of: {string.Join(", ", Enum.GetNames<SharePointClient>())}."),
        };
}
