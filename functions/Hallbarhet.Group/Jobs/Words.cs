using System.Collections.Concurrent;
using System.Reflection;

namespace Hallbarhet.Group.Jobs;

/// <summary>Translates between enum values and the Swedish choice values of the lists.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(Enum Value, string Text)>> Tables = new();

    public static string Of<T>(T value) where T : struct, Enum =>
        Table(typeof(T)).First(w => w.Value.Equals(value)).Text;

    /// <summary>Null for an empty cell and for a value that somebody added by hand.</summary>
    public static T? Parse<T>(string? text) where T : struct, Enum
    {
        foreach (var (value, word) in Table(typeof(T)))
            if (word == text) return (T)value;
        return null;
    }

    private static IReadOnlyList<(Enum Value, string Text)> Table(Type type) => Tables.GetOrAdd(type, static t =>
        [.. t.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => ((Enum)f.GetValue(null)!, f.GetCustomAttribute<WordAttribute>()?.Text ?? f.Name))]);
}
