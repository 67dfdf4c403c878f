using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Tests.SharePointPort;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.PnP.Tests;

public sealed class PnpSharePointTests : SharePointPortCases
{
    protected override ISharePointOnly Make(Microsoft365Connection connection) => new PnpSharePoint(connection);
}
