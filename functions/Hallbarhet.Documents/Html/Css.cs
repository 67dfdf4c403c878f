namespace Hallbarhet.Documents.Html;

/// <summary>Styles stand on the elements: mail programs drop style sheets. Dark text on white, contrast at least 7:1.</summary>
internal static class Css
{
    public const string Font = "font-family:Calibri,Carlito,'Segoe UI',Arial,sans-serif;";
    public const string Page = "margin:0;padding:0;background:#ffffff;";
    public const string Column = Font + "max-width:600px;margin:0 auto;padding:16px;color:#1a1a1a;font-size:16px;line-height:1.45;text-align:left;overflow-wrap:break-word;";
    public const string Title = Font + "margin:0 0 4px 0;font-size:26px;line-height:1.2;color:#1f5c3d;";
    public const string Heading = Font + "margin:26px 0 8px 0;font-size:20px;line-height:1.25;color:#1f5c3d;";
    public const string BoxHeading = Font + "margin:0 0 8px 0;font-size:20px;line-height:1.25;color:#1f5c3d;";
    public const string SmallHeading = Font + "margin:18px 0 2px 0;font-size:17px;line-height:1.3;color:#1a1a1a;";
    public const string LeastHeading = Font + "margin:14px 0 2px 0;font-size:16px;line-height:1.3;color:#404040;";
    public const string Paragraph = "margin:0 0 12px 0;";
    public const string Subtitle = "margin:0 0 16px 0;font-size:17px;color:#404040;";
    public const string Greeting = "margin:16px 0;padding:2px 0 2px 14px;border-left:4px solid #1f5c3d;";
    public const string Details = "margin:0 0 6px 0;font-size:15px;color:#404040;";
    public const string Quiet = "margin:0 0 12px 0;font-size:14px;color:#595959;";
    public const string QuietInline = "color:#595959;";
    public const string Fact = "margin:0 0 2px 0;";
    public const string List = "margin:0 0 12px 0;padding-left:22px;";
    public const string Item = "margin:0 0 6px 0;";
    public const string Link = "color:#1f5c3d;text-decoration:underline;";
    public const string Table = "width:100%;border-collapse:collapse;margin:4px 0 14px 0;font-size:14px;line-height:1.35;border-top:2px solid #1f5c3d;";
    public const string HeaderCell = Font + "padding:6px 8px;background:#e6f0ea;color:#1f5c3d;vertical-align:bottom;";
    public const string Cell = Font + "padding:6px 8px;border-bottom:1px solid #d0d0d0;vertical-align:top;overflow-wrap:break-word;";
    public const string Box = "width:100%;border-collapse:collapse;margin:12px 0 20px 0;";
    public const string BoxCell = Font + "padding:14px 18px 6px 18px;background:#eef4f0;border-left:6px solid #1f5c3d;color:#1a1a1a;font-size:16px;line-height:1.45;";
    public const string ButtonTable = "border-collapse:separate;margin:18px 0 6px 0;";
    public const string ButtonCell = "background:#1f5c3d;border-radius:4px;padding:12px 22px;";
    public const string Button = Font + "color:#ffffff;text-decoration:none;font-weight:bold;font-size:16px;";
    public const string Draft = "margin:0 0 14px 0;padding:6px 10px;border:1px solid #8a3b00;color:#8a3b00;font-size:14px;";
    public const string Preheader = "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#ffffff;";
    public const string Footer = "margin:28px 0 0 0;padding:12px 0 0 0;border-top:1px solid #a6a6a6;font-size:14px;color:#595959;";
}
