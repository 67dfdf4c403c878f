using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Directory;

/// <summary>What the directory asks of queries over users and groups, beyond what all resources ask.</summary>
internal static class DirectoryQuery
{
    private const int LargestPage = 999;

    public static void Demand(Call call)
    {
        if (call.Query.Top > LargestPage)
            throw new GraphError(400, "Request_UnsupportedQuery", $"Invalid page size specified: '{call.Query.Top}'. Must be between 1 and 999 inclusive.");
        if (call.Query["$filter"] is not { } text || !(Filter.Parse(text).Negates || call.Query["$orderby"] is not null)) return;
        if (!string.Equals(call.Header("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase) || call.Query["$count"] != "true")
            throw new GraphError(400, "Request_UnsupportedQuery",
                "The query needs advanced query capabilities: send the header 'ConsistencyLevel: eventual' and $count=true.");
    }
}
