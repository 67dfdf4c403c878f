using Hallbarhet.Microsoft365.SharePoint;

namespace Hallbarhet.Tests.SharePointPort;

public sealed class RestSharePointTests() : SharePointPortCases(connection => new RestSharePoint(connection));

public sealed class RestSharePointWhenThingsGoWrongTests() : SharePointPortWrongCases(connection => new RestSharePoint(connection));
