using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class GroupCases
{
    private const string Groups = "/v1.0/groups";
    private const string Group = Groups + "/{group}";
    private const string New = Groups + "/{newGroup}";
    private const string Other = """{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/{other}"}""";
    private const string Member = """{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/{member}"}""";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Groups, (g, at) => g.Groups.GetAsync(),
            Good("Groups") with { Facts = [("value/*/id", "*")] },
            Good("A group found by its nickname") with { Query = "?$filter=mailNickname eq '{siteName}'&$select=id,displayName", Sdk = (g, at) => g.Groups.GetAsync(c => { c.QueryParameters.Filter = $"mailNickname eq '{at["siteName"]}'"; c.QueryParameters.Select = ["id", "displayName"]; }), Facts = [("value/0/id", "{group}"), ("value/1", null)] },
            Bad(400, "BadRequest", "A property that a group does not have is selected") with { Sdk = (g, at) => g.Groups.GetAsync(c => c.QueryParameters.Select = ["colour"]), Findings = ["SELECT_UNKNOWN"], Query = "?$select=colour" }),

        .. On("POST", Groups, (g, at) => g.Groups.PostAsync(at.Model<Group>()),
            Good("A Microsoft 365 group with owners and without welcome mails", 201) with
            {
                Body = """
                    {"displayName":"Kontrakt skapad {n}","mailNickname":"kontrakt-skapad-{n}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"],
                     "resourceBehaviorOptions":["WelcomeEmailDisabled"],"owners@odata.bind":["https://graph.microsoft.com/v1.0/users/{member}"]}
                    """,
                Facts = [("mailNickname", "kontrakt-skapad-{n}"), ("groupTypes/0", "Unified"), ("mail", "*")],
            },
            Bad(400, "Request_BadRequest", "A required property is missing") with { Findings = ["GROUP_NO_OWNER", "REQ_REQUIRED"], Body = """{"displayName":"Kontrakt {n}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""" },
            Bad(400, "Request_BadRequest", "A nickname that a group has") with { Findings = ["GROUP_NO_OWNER"], Body = """{"displayName":"x","mailNickname":"{siteName}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""" },
            Bad(501, "notImplemented", "A group that is no Microsoft 365 group") with { Body = """{"displayName":"x","mailNickname":"x-{n}","mailEnabled":false,"securityEnabled":true,"groupTypes":[]}""", Differs = "The service makes security groups too; the product has one Microsoft 365 group." },
            Bad(403, "Authorization_RequestDenied", "The runtime identity") with { Findings = ["GROUP_NO_OWNER"], As = Who.Runtime, Body = """{"displayName":"x","mailNickname":"x-{n}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""" }),

        .. Anywhere("GET", Group, (g, at) => g.Groups[at["group"]].GetAsync(),
            Good("A group") with { Facts = [("id", "{group}"), ("mailEnabled", "true")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. Anywhere("GET", Group + "/sites/root", (g, at) => g.Groups[at["group"]].Sites["root"].GetAsync(),
            Good("The group's team site") with { Facts = [("id", "{site}")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. Anywhere("GET", Group + "/members", (g, at) => g.Groups[at["group"]].Members.GetAsync(),
            Good("The members, each with its type") with { Facts = [("value/*/@odata.type", "#microsoft.graph.user"), ("value/*/id", "{member}")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. Anywhere("GET", Group + "/owners", (g, at) => g.Groups[at["group"]].Owners.GetAsync(),
            Good("The owners, each with its type") with { Facts = [("value/*/@odata.type", "#microsoft.graph.user"), ("value/*/id", "{member}")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. Anywhere("GET", Group + "/members/microsoft.graph.user", (g, at) => g.Groups[at["group"]].Members.GraphUser.GetAsync(),
            Good("The members that are people") with { Facts = [("value/*/id", "{member}"), ("value/0/@odata.type", null)] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. Anywhere("GET", Group + "/owners/microsoft.graph.user", (g, at) => g.Groups[at["group"]].Owners.GraphUser.GetAsync(),
            Good("The owners that are people") with { Facts = [("value/*/id", "{member}")] },
            Missing("group", NoGuid, "Request_ResourceNotFound", "No such group")),

        .. On("POST", New + "/members/$ref", (g, at) => g.Groups[at["newGroup"]].Members.Ref.PostAsync(at.Model<ReferenceCreate>()),
            Good("A person joins, and is welcomed by mail", 204) with { Body = Other },
            Bad(400, "Request_BadRequest", "A person who is a member already") with { Body = Member },
            Bad(400, "Request_BadRequest", "No reference") with { Findings = ["REQ_REF"], Body = "{}" },
            Missing("newGroup", NoGuid, "Request_ResourceNotFound", "No such group") with { Body = Other },
            Bad(403, "Authorization_RequestDenied", "The runtime identity") with { As = Who.Runtime, Body = Other }),

        .. On("POST", New + "/owners/$ref", (g, at) => g.Groups[at["newGroup"]].Owners.Ref.PostAsync(at.Model<ReferenceCreate>()),
            Good("A person becomes an owner", 204) with { Body = Other },
            Bad(400, "Request_BadRequest", "A person who is an owner already") with { Body = Member }),

        .. On("DELETE", New + "/members/{user}/$ref", (g, at) => g.Groups[at["newGroup"]].Members[at["user"]].Ref.DeleteAsync(),
            Good("A person leaves", 204) with { With = [("user", "{member}")] },
            Bad(404, "Request_ResourceNotFound", "Somebody who is no member") with { With = [("user", "{other}")] }),

        .. On("DELETE", New + "/owners/{user}/$ref", (g, at) => g.Groups[at["newGroup"]].Owners[at["user"]].Ref.DeleteAsync(),
            Good("One of two owners leaves", 204) with { With = [("newGroup", "{twoOwners}"), ("user", "{member}")] },
            Bad(400, "Request_BadRequest", "The last owner") with { With = [("user", "{member}")] }),
    ];
}
