using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>Reads <c>?meeting=3</c> itself: the hosts bind query parameters differently.</summary>
internal static class Meeting
{
    public static IResult Unreadable => Answers.Refused(StatusCodes.Status400BadRequest, "meeting must be the number of a row in Möten, for example ?meeting=3.");

    /// <param name="request">The call.</param>
    /// <param name="id">Row id; null when the caller names none.</param>
    /// <returns>False for something that is no number.</returns>
    public static bool TryRead(HttpRequest request, out int? id)
    {
        var text = request.Query["meeting"].ToString();
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        id = isNumber ? number : null;
        return isNumber || text.Length == 0;
    }
}
