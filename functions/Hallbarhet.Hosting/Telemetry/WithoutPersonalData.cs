using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Hallbarhet.Hosting.Telemetry;

/// <summary>
/// The last gate before a log record leaves the machine. Our own messages hold ids; an exception's text may quote what a service or a
/// person wrote, so only its type and where it came from go, and whatever still looks like a mail address is blotted out.
/// </summary>
public sealed partial class WithoutPersonalData : BaseProcessor<LogRecord>
{
    private const string Blot = "(address)";

    public override void OnEnd(LogRecord data)
    {
        data.Attributes = data.Attributes?.Select(a => KeyValuePair.Create(a.Key, Clean(a.Value))).ToList();
        data.Exception = data.Exception is { } error ? new UnquotedException(error) : null;
        data.FormattedMessage = data.FormattedMessage is { } text ? Address().Replace(text, Blot) : null;
        data.Body = data.Body is { } body ? Address().Replace(body, Blot) : null;
    }

    /// <summary>Numbers and ids stay what they are; everything else goes as the text that it is.</summary>
    private static object? Clean(object? value) => value switch
    {
        null or bool or int or long or double or Guid => value,
        _ => Address().Replace(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "", Blot),
    };

    [GeneratedRegex(@"[^\s@<>""'/:;,()]+(@|%40)[^\s@<>""'/:;,()]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    private sealed class UnquotedException(Exception from) : Exception(from.GetType().FullName)
    {
        public override string? StackTrace => from.StackTrace;

        public override string ToString() => $"{Message}{Environment.NewLine}{StackTrace}";
    }
}
