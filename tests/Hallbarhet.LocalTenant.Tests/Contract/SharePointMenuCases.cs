using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointMenuCases
{
    private const string Menu = "web/navigation/quicklaunch";
    private const string Entry = """{"Title":"Kontrakt {n}","Url":"/sites/{siteName}/Lists/kontrakt","IsExternal":false}""";

    private static readonly (string, string)[] Merge = [("X-HTTP-Method", "MERGE")];

    public static IEnumerable<ContractCase> All =>
    [
        .. Rest("GET", "web/navigation", "web/navigation", Good("The menu with its entries, where they are asked for") with { Query = "?$expand=QuickLaunch", With = [("made", "{node}")], Facts = [("QuickLaunch/*/Id", "{node}")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),
        .. Rest("GET", Menu, Menu, Good("The first level of the menu") with { With = [("made", "{node}")], Facts = [("value/*/Id", "{node}")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),
        .. Rest("POST", Menu, Menu, Good("An entry", 201) with { Body = Entry, Facts = [("Title", "Kontrakt {n}"), ("Id", "*")] },
            Bad(400, Argument, "No title") with { Findings = ["REQ_REQUIRED"], Body = """{"Url":"/x"}""" },
            Bad(501, NotKnown, "An entry that only some see") with { Body = """{"Title":"x","Url":"/x","AudienceIds":["00000000-0000-0000-0000-000000000001"]}""", Differs = "SharePoint can show an entry to some groups only." },
            Bad(403, Denied, "A member, who may edit but not manage the site") with { As = Who.SharePointMember, Body = Entry }),
        .. Rest("POST", Menu + "/MoveAfter(nodeId,previousNodeId)", Menu + "/MoveAfter", Good("An entry moves behind another") with { Body = """{"nodeId":{node},"previousNodeId":{node2}}""" },
            Bad(400, Argument, "An entry that does not exist") with { Body = """{"nodeId":4711,"previousNodeId":0}""" }),
        .. Node(Menu + "({node})", Menu + "/getbyid({node})", Menu + "/getbyid(4711)"),
        .. Node("web/navigation/getnodebyid(node)", "web/navigation/getnodebyid({node})", "web/navigation/getnodebyid(4711)"),
    ];

    /// <summary>An entry is reached in two ways, which answer alike.</summary>
    private static IEnumerable<ContractCase> Node(string template, string one, string nowhere) =>
    [
        .. Rest("GET", template, one, Good("An entry") with { Facts = [("Id", "{node}"), ("Title", "~^Kontrakt")] },
            Good("Nothing, where no entry has the number") with { Path = nowhere, Facts = [("odata.null", "true")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),
        .. Rest("PATCH", template, one, Good("Another title", 204) with { Sent = "POST", Headers = Merge, Body = """{"Title":"Kontrakt ändrad"}""" },
            Bad(400, Argument, "No such entry") with { Path = nowhere, Body = """{"Title":"x"}""" }),
        .. Rest("DELETE", template, one, Good("An entry is gone"),
            Bad(400, Argument, "No such entry") with { Path = nowhere }),
        .. Rest("GET", template + "/children", one + "/children", Good("The entries below an entry") with { With = [("made", "{child}")], Facts = [("value/0/Id", "{child}")] },
            Bad(400, Argument, "No such entry") with { Path = nowhere + "/children" }),
        .. Rest("POST", template + "/children", one + "/children", Good("An entry below another", 201) with { Body = Entry, Facts = [("Id", "*")] },
            Bad(400, Argument, "No such entry") with { Path = nowhere + "/children", Body = Entry }),
        .. Rest("POST", template + "/children/MoveAfter(nodeId,previousNodeId)", one + "/children/MoveAfter", Good("An entry moves among its siblings") with { Body = """{"nodeId":{child},"previousNodeId":{child2}}""" },
            Bad(400, Argument, "An entry that does not stand there") with { Body = """{"nodeId":4711,"previousNodeId":0}""" }),
    ];
}
