using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class UserCases
{
    private const string Users = "/v1.0/users";
    private const string Complete = """
        {"accountEnabled":true,"displayName":"Kontrakt Ny {n}","mailNickname":"ny.{n}","userPrincipalName":"ny.{n}@trollhattan.example","passwordProfile":{"password":"example"}}
        """;

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Users, (g, at) => g.Users.GetAsync(),
            Good("People with the properties that the service answers unasked") with { Facts = [("value/*/id", "*"), ("value/0/accountEnabled", null)] },
            Good("A person found by address") with { Query = "?$filter=mail eq '{member.mail}'&$select=id,displayName,accountEnabled", Sdk = (g, at) => g.Users.GetAsync(c => { c.QueryParameters.Filter = $"mail eq '{at["member.mail"]}'"; c.QueryParameters.Select = ["id", "displayName", "accountEnabled"]; }), Facts = [("value/0/id", "{member}"), ("value/1", null), ("value/0/accountEnabled", "true")] },
            Bad(400, "BadRequest", "A property that a person does not have is selected") with { Sdk = (g, at) => g.Users.GetAsync(c => c.QueryParameters.Select = ["colour"]), Findings = ["SELECT_UNKNOWN"], Query = "?$select=colour" },
            Bad(400, "BadRequest", "A filter that is no expression") with { Findings = ["FILTER_INVALID"], Query = "?$filter=mail = 'x'" },
            Bad(400, "Request_UnsupportedQuery", "A negation without the header of advanced queries") with { Findings = ["CONSISTENCY"], Query = "?$filter=not(startswith(displayName,'K'))" },
            Bad(501, "notImplemented", "$search") with { Findings = ["CONSISTENCY"], Query = "?$search=\"displayName:Karin\"", Differs = "The service searches; the product does not." }),

        .. On("POST", Users, (g, at) => g.Users.PostAsync(at.Model<User>()),
            Good("A new person", 201) with { Body = Complete, Facts = [("userPrincipalName", "ny.{n}@trollhattan.example"), ("id", "*")] },
            Bad(400, "Request_BadRequest", "A required property is missing") with { Body = """{"displayName":"Kontrakt {n}"}""" },
            Bad(400, "Request_BadRequest", "A principal name that somebody has") with { Body = Complete.Replace("ny.{n}@trollhattan.example", "{member.mail}", StringComparison.Ordinal) },
            Bad(400, "BadRequest", "A property that a person does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"colour":"red"}""" },
            Bad(403, "Authorization_RequestDenied", "The runtime identity, which reads people only") with { As = Who.Runtime, Body = Complete }),

        .. Anywhere("GET", Users + "/{user}", (g, at) => g.Users[at["user"]].GetAsync(),
            Good("A person by id") with { With = [("user", "{member}")], Facts = [("id", "{member}"), ("mail", "{member.mail}")] },
            Good("A person by principal name") with { With = [("user", "{member.mail}")], Facts = [("id", "{member}")] },
            Missing("user", "finns.inte@trollhattan.example", "Request_ResourceNotFound", "Nobody has this name")),

        .. On("PATCH", Users + "/{newUser}", (g, at) => g.Users[at["newUser"]].PatchAsync(at.Model<User>()),
            Good("A person changes department", 204) with { Body = """{"department":"Stadsbyggnad"}""" },
            Missing("newUser", "finns.inte@trollhattan.example", "Request_ResourceNotFound", "Nobody has this name") with { Body = """{"department":"x"}""" },
            Bad(403, "Authorization_RequestDenied", "The runtime identity, which reads people only") with { As = Who.Runtime, Body = """{"department":"x"}""" }),
    ];
}
