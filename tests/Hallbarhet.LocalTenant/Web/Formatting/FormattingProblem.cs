namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>Formatting that SharePoint would refuse, or that these pages do not know. The plain value is shown instead.</summary>
internal sealed class FormattingProblem(string message) : Exception(message);
