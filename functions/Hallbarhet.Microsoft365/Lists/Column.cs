using System.Text.Json;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>One column of a row record: what to ask for, how to see a change, how to write it.</summary>
internal abstract class Column<T>(string name, string select, string? type) where T : Row
{
    /// <summary>The property that is written: the column's internal name, frozen for ever, with LookupId when it holds ids.</summary>
    public string Name => name;

    /// <summary>What Graph calls the column's value in <c>$select</c>.</summary>
    public string Select => select;

    public abstract bool Differs(T before, T after);

    public abstract bool IsEmpty(T row);

    public void Write(Utf8JsonWriter json, T row)
    {
        if (type is not null) json.WriteString(name + "@odata.type", type);
        json.WritePropertyName(name);
        WriteValue(json, row);
    }

    protected abstract void WriteValue(Utf8JsonWriter json, T row);
}

internal sealed class Column<T, TValue>(
    string name, string select, Func<T, TValue> value, Action<Utf8JsonWriter, TValue> write,
    IEqualityComparer<TValue>? comparer = null, string? type = null)
    : Column<T>(name, select, type)
    where T : Row
{
    private readonly IEqualityComparer<TValue> comparer = comparer ?? EqualityComparer<TValue>.Default;

    public override bool Differs(T before, T after) => !comparer.Equals(value(before), value(after));

    public override bool IsEmpty(T row) => (object?)value(row) is null or false or System.Collections.ICollection { Count: 0 };

    protected override void WriteValue(Utf8JsonWriter json, T row) => write(json, value(row));
}

/// <summary>Several values are the same when they are the same in the same order.</summary>
internal sealed class InOrder<T> : IEqualityComparer<IReadOnlyList<T>>
{
    public static InOrder<T> Instance { get; } = new();

    public bool Equals(IReadOnlyList<T>? x, IReadOnlyList<T>? y) => (x ?? []).SequenceEqual(y ?? []);

    public int GetHashCode(IReadOnlyList<T> obj) => obj.Count;
}
