using Hallbarhet.Tests.SharePointPort;

namespace Hallbarhet.Microsoft365.PnP.Tests;

public sealed class PnpSharePointTests() : SharePointPortCases(connection => new PnpSharePoint(connection));

public sealed class PnpSharePointWhenThingsGoWrongTests() : SharePointPortWrongCases(connection => new PnpSharePoint(connection));
