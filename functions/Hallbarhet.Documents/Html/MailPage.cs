using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Html;

/// <summary>The frame round every mail: one column of at most 600 pixels, what the inbox shows first, and why one gets it.</summary>
internal static class MailPage
{
    public static string Write(string subject, string preheader, IReadOnlyList<Block> blocks, string reason) => $"""
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlText.Attribute(subject)}</title>
        </head>
        <body lang="sv" style="{Css.Page}">
        <div style="{Css.Preheader}">{HtmlText.Encode(PeopleText.Shorten(preheader, 140))}</div>
        <!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->
        <div style="{Css.Column}">
        {HtmlBody.Write(blocks)}<p style="{Css.Footer}">{HtmlText.Encode(reason)}</p>
        </div>
        <!--[if mso]></td></tr></table><![endif]-->
        </body>
        </html>
        """ + "\n";
}
