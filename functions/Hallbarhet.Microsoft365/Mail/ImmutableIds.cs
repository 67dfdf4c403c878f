using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Mail;

internal static class ImmutableIdsExtensions
{
    /// <summary>Without it a draft's id changes when the draft is sent.</summary>
    public static void ImmutableIds<T>(this RequestConfiguration<T> request) where T : class, new() =>
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
}
