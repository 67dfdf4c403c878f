using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Tests.SharePointPort;

public sealed class RestSharePointTests : SharePointPortCases
{
    protected override ISharePointOnly Make(Microsoft365Connection connection) => new RestSharePoint(connection);
}
