namespace Hallbarhet.LocalTenant.Http;

/// <summary>Finds the operation of a path: literal segments win over parameters.</summary>
internal sealed class RouteTable
{
    private readonly Node root = new();

    public RouteTable(IEnumerable<Operation> operations)
    {
        All = [.. operations];
        foreach (var operation in All)
        {
            var node = root;
            foreach (var segment in Split(operation.Template).SelectMany(GraphPath.Function)) node = node.Child(segment);
            node.Operations.Add(operation.Method, operation);
        }
    }

    public IReadOnlyList<Operation> All { get; }

    public static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public Operation? Find(string method, string[] segments, out IReadOnlyList<string> values)
    {
        var found = new List<string>();
        var node = Walk(root, segments, 0, method, found);
        found.Reverse();
        values = found;
        return node?.Operations[method];
    }

    private static Node? Walk(Node node, string[] segments, int at, string method, List<string> values)
    {
        if (at == segments.Length) return node.Operations.ContainsKey(method) ? node : null;
        if (node.Literals.TryGetValue(segments[at], out var literal) && Walk(literal, segments, at + 1, method, values) is { } hit)
            return hit;
        if (node.Parameter is null || Walk(node.Parameter, segments, at + 1, method, values) is not { } end) return null;
        values.Add(segments[at]);
        return end;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Node? Parameter { get; private set; }

        public Dictionary<string, Operation> Operations { get; } = [];

        public Node Child(string segment)
        {
            if (segment.StartsWith('{')) return Parameter ??= new Node();
            return Literals.TryGetValue(segment, out var node) ? node : Literals[segment] = new Node();
        }
    }
}
