using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>
/// A list's rows in the order of their numbers. Finding a row, a page or a unique value costs the same in a list of ten rows and of
/// a hundred thousand. Every change gets a number, which is what delta links count by.
/// </summary>
internal sealed class ItemTable : IReadOnlyDictionary<int, ListItem>
{
    private readonly Dictionary<int, ListItem> byId = [];
    private readonly List<ListItem> ordered = [];
    private readonly Dictionary<string, Dictionary<string, int>> uniques = new(StringComparer.Ordinal);

    public int Count => ordered.Count;

    public IEnumerable<int> Keys => ordered.Select(i => i.Id);

    public IEnumerable<ListItem> Values => ordered;

    /// <summary>How many versions a row keeps; older ones go when the next is written.</summary>
    public int KeptVersions { get; set; } = 500;

    /// <summary>Number of the last change in this list.</summary>
    public long LastChange { get; private set; }

    /// <summary>Numbers of deleted rows with the change that deleted them.</summary>
    public SortedDictionary<long, int> Deleted { get; } = [];

    public ListItem this[int id] => byId[id];

    public bool ContainsKey(int id) => byId.ContainsKey(id);

    public bool TryGetValue(int id, [MaybeNullWhen(false)] out ListItem item) => byId.TryGetValue(id, out item);

    /// <summary>Rows are numbered upwards, so a new one is the last.</summary>
    public void Add(ListItem item)
    {
        byId.Add(item.Id, item);
        ordered.Add(item);
        item.Table = this;
        Changed(item, null);
    }

    public void Remove(ListItem item)
    {
        if (!byId.Remove(item.Id)) return;
        ordered.RemoveAt(Place(item.Id));
        foreach (var (column, index) in uniques) Unindex(index, item.Values.GetValueOrDefault(column), item.Id);
        Deleted[++LastChange] = item.Id;
        item.Table = null;
    }

    /// <summary>The rows after a number, which is how a page begins where the last one ended.</summary>
    public IEnumerable<ListItem> After(int id)
    {
        for (var at = Place(id + 1); at < ordered.Count; at++) yield return ordered[at];
    }

    /// <summary>The row that has this value in a unique column, or null.</summary>
    public ListItem? Holder(string column, object value)
    {
        if (!uniques.TryGetValue(column, out var index)) uniques[column] = index = Index(column);
        return index.TryGetValue(Key(value), out var id) ? byId[id] : null;
    }

    /// <summary>Whether two rows have the same value in a column.</summary>
    public bool HasDuplicates(string column)
    {
        var values = ordered.Select(i => i.Values.GetValueOrDefault(column)).OfType<object>().Select(Key).ToList();
        return values.Distinct(StringComparer.Ordinal).Count() < values.Count;
    }

    /// <summary>Called for every new version of a row.</summary>
    public void Changed(ListItem item, IReadOnlyDictionary<string, object>? before)
    {
        item.Change = ++LastChange;
        foreach (var (column, index) in uniques)
        {
            Unindex(index, before?.GetValueOrDefault(column), item.Id);
            if (item.Values.TryGetValue(column, out var value)) _ = index.TryAdd(Key(value), item.Id);
        }
    }

    /// <summary>What was prepared for reading no longer holds.</summary>
    public void SchemaChanged()
    {
        uniques.Clear();
        foreach (var item in ordered) item.Forget();
    }

    public IEnumerator<KeyValuePair<int, ListItem>> GetEnumerator() =>
        ordered.Select(i => KeyValuePair.Create(i.Id, i)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, int> Index(string column)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in ordered)
            if (item.Values.TryGetValue(column, out var value)) _ = index.TryAdd(Key(value), item.Id);
        return index;
    }

    private static void Unindex(Dictionary<string, int> index, object? value, int id)
    {
        if (value is not null && index.TryGetValue(Key(value), out var holder) && holder == id) _ = index.Remove(Key(value));
    }

    /// <summary>SharePoint compares texts without regard to case.</summary>
    private static string Key(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToUpperInvariant();

    /// <summary>Where the row with this number stands, or would stand.</summary>
    private int Place(int id)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle].Id < id) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
