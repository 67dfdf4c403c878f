using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Codes of SharePoint's errors: an HRESULT and the type of the exception.</summary>
internal static class RestCodes
{
    public const string Query = "-1, Microsoft.SharePoint.Client.InvalidClientQueryException";
    public const string Argument = "-2147024809, System.ArgumentException";
    public const string NoList = "-1, System.ArgumentException";
    public const string NoFile = "-2147024894, System.IO.FileNotFoundException";
    public const string NoItem = "-2130575338, System.ArgumentException";
    public const string Denied = "-2147024891, System.UnauthorizedAccessException";
    public const string NotKnown = "-1, System.NotImplementedException";
    public const string NotNow = "-2146233079, System.InvalidOperationException";
    public const string Principal = "-2146232832, Microsoft.SharePoint.SPException";
    public const string Taken = "-2130575342, Microsoft.SharePoint.SPException";
    public const string NoColumn = "-2130575340, Microsoft.SharePoint.SPException";
    public const string Malformed = "-2147467259, Microsoft.SharePoint.SPException";
    public const string OutOfRange = "-2146233086, System.ArgumentOutOfRangeException";
}

internal static class SharePointSiteCases
{
    private static readonly (string, string)[] Merge = [("X-HTTP-Method", "MERGE")];

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("GET", "site", "site", Good("The site collection's id and group") with { Query = "?$select=Id,GroupId", Facts = [("Id", "*"), ("GroupId", "*")] },
            Bad(400, Query, "A property that it does not have") with { Query = "?$select=Colour" },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),

        .. RestAnywhere("GET", "web", "web", Good("The site's title and address") with { Facts = [("Title", "*"), ("ServerRelativeUrl", "*")] },
            Good("What $select names, and no more") with { Query = "?$select=Title,WelcomePage", Facts = [("Title", "*"), ("Id", null)] },
            Bad(400, Query, "A property that it does not have") with { Query = "?$select=Colour" },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider },
            new() { Sentence = "A token that was issued for Graph", Status = 401, As = Who.Setup, Headers = [("Accept", "application/json;odata=nometadata")], Facts = [("error_description", "*")] }),

        .. Rest("PATCH", "web", "web", Good("Another description, by MERGE in a header", 204) with { Sent = "POST", Headers = Merge, Body = """{"Description":"Kontrakt"}""" },
            Good("The same by PATCH, with the type that PnP.Core sends", 204) with { Headers = [("Content-Type", "application/json;odata=verbose")], Body = """{"__metadata":{"type":"SP.Web"},"Description":"Kontrakt"}""" },
            Bad(400, Query, "A property that it does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"Colour":"red"}""" },
            Bad(403, Denied, "A member, who may edit but not manage the site") with { As = Who.SharePointMember, Body = """{"Description":"x"}""" }),

        .. RestAnywhere("GET", "web/regionalsettings", "web/regionalsettings", Good("Language and time zone of the site") with { Facts = [("LocaleId", "1053")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),

        .. RestAnywhere("GET", "web/rootfolder", "web/rootfolder", Good("The page that the site opens with") with { Query = "?$select=WelcomePage", Facts = [("WelcomePage", "*")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),

        .. Rest("PATCH", "web/rootfolder", "web/rootfolder", Good("Another start page", 204) with { Sent = "POST", Headers = Merge, Body = """{"WelcomePage":"SitePages/kontrakt.aspx"}""" },
            Bad(403, Denied, "A member, who may edit but not design the site") with { As = Who.SharePointMember, Body = """{"WelcomePage":"x"}""" }),

        .. Rest("POST", "web/ensureuser", "web/ensureuser", Good("A person whom the site knows from now on") with { Body = """{"logonName":"i:0#.f|membership|{member.mail}"}""", Facts = [("Id", "*"), ("Email", "{member.mail}")] },
            Bad(404, Principal, "A person whom nobody knows") with { Body = """{"logonName":"i:0#.f|membership|finns.inte@trollhattan.example"}""" },
            Bad(400, Query, "No login name") with { Body = "{}" }),

        .. RestAnywhere("GET", "web/siteusers", "web/siteusers", Good("The people whom the site knows") with { With = [("made", "{spUser}")], Facts = [("value/*/Id", "{spUser}")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),

        .. RestAnywhere("GET", "web/siteusers({user})", "web/siteusers/getbyid({spUser})", Good("A person by number") with { Facts = [("Id", "{spUser}"), ("Email", "{member.mail}")] },
            Good("A person by mail address") with { Path = "web/siteusers/getbyemail('{member.mail}')", With = [("made", "{spUser}")], Facts = [("Id", "{spUser}")] },
            Bad(404, Principal, "A number that nobody has") with { Path = "web/siteusers/getbyid(4711)" }),
    ];
}
