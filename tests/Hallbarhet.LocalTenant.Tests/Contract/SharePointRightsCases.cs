using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointRightsCases
{
    private const string Groups = "web/sitegroups";
    private const string Group = Groups + "({group})";
    private const string One = Groups + "({spGroup})";
    private const string NoGroup = Groups + "(4711)";

    /// <summary>SharePoint's number of the level "contribute".</summary>
    private const string Contribute = "1073741827";

    private static readonly (string, string)[] Merge = [("X-HTTP-Method", "MERGE")];

    public static IEnumerable<ContractCase> All =>
    [
        .. Rest("GET", "web/roledefinitions", "web/roledefinitions", Good("The permission levels") with { Facts = [("value/*/Id", Contribute), ("value/*/RoleTypeKind", "5")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),
        .. Rest("GET", "web/roledefinitions({role})", "web/roledefinitions/getbytype(3)", Good("A level by its kind") with { Facts = [("Id", Contribute)] },
            Bad(404, Argument, "No such level") with { Path = "web/roledefinitions/getbyid(4711)" }),

        .. Rest("GET", Groups, Groups, Good("The groups of a site") with { With = [("made", "{spGroup}")], Facts = [("value/*/Id", "{spGroup}")] },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),
        .. Rest("POST", Groups, Groups, Good("A group", 201) with { Body = """{"Title":"Kontrakt ny grupp {n}","Description":"x"}""", Facts = [("Title", "Kontrakt ny grupp {n}"), ("Id", "*")] },
            Bad(500, "-2130575293, Microsoft.SharePoint.SPException", "A name that a group has") with { Body = """{"Title":"{spGroup.Title}"}""" },
            Bad(400, Argument, "No name") with { Body = """{"Description":"x"}""" },
            Bad(403, Denied, "A member, who may edit but not manage the site") with { As = Who.SharePointMember, Body = """{"Title":"x"}""" }),
        .. Rest("GET", Group, One, Good("A group") with { Facts = [("Id", "{spGroup}"), ("PrincipalType", "8")] },
            Bad(404, Principal, "No such group") with { Path = NoGroup }),
        .. Rest("PATCH", Group, One, Good("Another description", 204) with { Sent = "POST", Headers = Merge, Body = """{"Description":"Kontrakt"}""" },
            Bad(404, Principal, "No such group") with { Path = NoGroup, Body = """{"Description":"x"}""" }),
        .. Rest("GET", Group + "/users", One + "/users", Good("Who stands in a group") with { With = [("made", "{spMember}")], Facts = [("value/*/Id", "{spMember}")] },
            Bad(404, Principal, "No such group") with { Path = NoGroup + "/users" }),
        .. Rest("POST", Group + "/users", One + "/users", Good("A person joins a group", 201) with { Body = """{"LoginName":"i:0#.f|membership|{member.mail}"}""", Facts = [("Email", "{member.mail}")] },
            Bad(404, Principal, "A person whom nobody knows") with { Body = """{"LoginName":"i:0#.f|membership|finns.inte@trollhattan.example"}""" }),
        .. Rest("DELETE", Group + "/users({user})", One + "/users/getbyid({spMember})", Good("A person leaves a group"),
            Bad(404, Argument, "Somebody who does not stand in it") with { Path = One + "/users/getbyid(4711)" }),
        .. Associated("owner", "Who owns the site"), .. Associated("visitor", "Who reads the site"), .. Associated("member", "Who works in the site"),

        .. Own("web", "web", "{onWeb}"), .. Own("web/lists({list})", "web/lists(guid'{ownList}')", "{onList}"), .. Own("web/lists({list})/items({item})", "web/lists(guid'{list}')/items({ownItem})", "{onItem}"),
        .. Breaks("web/lists({list})", "web/lists(guid'{newList}')"), .. Breaks("web/lists({list})/items({item})", "web/lists(guid'{list}')/items({item})"),
        .. Rest("POST", "web/breakroleinheritance(copyRoleAssignments,clearSubscopes)", "web/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)", Good("Nothing: the root of a site collection inherits from nowhere"),
            Bad(403, Denied, "A member, who may edit but not manage rights") with { As = Who.SharePointMember }),
        .. Rest("POST", "web/resetroleinheritance", "web/resetroleinheritance", Bad(500, NotNow, "The root of a site collection cannot inherit")),
    ];

    private static IEnumerable<ContractCase> Associated(string kind, string sentence) => Rest("GET", $"web/associated{kind}group", $"web/associated{kind}group",
        Good(sentence) with { Facts = [("Id", "*"), ("Title", "*")] },
        Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider });

    private static IEnumerable<ContractCase> Breaks(string template, string one) =>
    [
        .. Rest("POST", template + "/breakroleinheritance(copyRoleAssignments,clearSubscopes)", one + "/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)", Good("Rights of its own, at first the same"),
            Bad(403, Denied, "A member, who may edit but not manage rights") with { As = Who.SharePointMember }),
        .. Rest("POST", template + "/resetroleinheritance", one + "/resetroleinheritance", Good("It inherits again"),
            Bad(403, Denied, "A member, who may edit but not manage rights") with { As = Who.SharePointMember }),
        .. Rest("POST", template + "/roleassignments/addroleassignment(principalid,roledefid)", one + $"/roleassignments/addroleassignment(principalid={{spUser}},roledefid={Contribute})", Bad(500, NotNow, "What inherits has no rights of its own")),
    ];

    private static IEnumerable<ContractCase> Own(string template, string one, string principal) =>
    [
        .. Rest("GET", template + "/roleassignments", one + "/roleassignments", Good("Who has which levels") with { Query = "?$expand=Member,RoleDefinitionBindings", Facts = [("value/*/PrincipalId", "*"), ("value/0/RoleDefinitionBindings/0/Id", "*")] },
            Bad(403, Denied, "A member, who may edit but not manage rights") with { As = Who.SharePointMember }),
        .. Rest("GET", template + "/roleassignments({principal})", one + $"/roleassignments/getbyprincipalid({principal})", Good("The levels of one principal") with { Query = "?$expand=RoleDefinitionBindings", Facts = [("PrincipalId", principal)] },
            Bad(404, Principal, "Somebody without a level") with { Path = one + "/roleassignments/getbyprincipalid(4711)" }),
        .. Rest("POST", template + "/roleassignments/addroleassignment(principalid,roledefid)", one + $"/roleassignments/addroleassignment(principalid={{spGroup}},roledefid={Contribute})", Good("A principal gets a level"),
            Bad(404, Principal, "A principal that does not exist") with { Path = one + $"/roleassignments/addroleassignment(principalid=4711,roledefid={Contribute})" },
            Bad(400, Argument, "A level that does not exist") with { Path = one + "/roleassignments/addroleassignment(principalid=3,roledefid=4711)" }),
        .. Rest("POST", template + "/roleassignments/removeroleassignment(principalid,roledefid)", one + $"/roleassignments/removeroleassignment(principalid={principal},roledefid={Contribute})", Good("A principal loses a level"),
            Bad(404, Principal, "A principal without a level") with { Path = one + $"/roleassignments/removeroleassignment(principalid=4711,roledefid={Contribute})" }),
        .. Rest("DELETE", template + "/roleassignments({principal})", one + $"/roleassignments/getbyprincipalid({principal})", Good("A principal loses all its levels"),
            Bad(404, Principal, "A principal without a level") with { Path = one + "/roleassignments/getbyprincipalid(4711)" }),
    ];
}
