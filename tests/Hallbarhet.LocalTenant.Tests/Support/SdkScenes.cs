using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>People, groups and lists that tests through the Graph SDK begin with.</summary>
internal static class SdkScenes
{
    public const string Graph = "https://graph.microsoft.com/v1.0/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<User> UserAsync(this SdkTenant tenant, string nickname)
    {
        var upn = nickname + "@trollhattan.example";
        return (await tenant.Setup.Users.PostAsync(new()
        {
            AccountEnabled = true,
            DisplayName = nickname,
            MailNickname = nickname,
            UserPrincipalName = upn,
            Mail = upn,
            PasswordProfile = new() { Password = "example", ForceChangePasswordNextSignIn = false },
        }, cancellationToken: Stop))!;
    }

    public static async Task<(Group Group, Site Site, User Owner)> GroupAsync(this SdkTenant tenant, string nickname)
    {
        var owner = await tenant.UserAsync("agare." + nickname);
        var group = (await tenant.Setup.Groups.PostAsync(new()
        {
            DisplayName = nickname,
            MailNickname = nickname,
            MailEnabled = true,
            SecurityEnabled = false,
            GroupTypes = ["Unified"],
            AdditionalData = new Dictionary<string, object> { ["owners@odata.bind"] = new UntypedArray([new UntypedString(Graph + "users/" + owner.Id)]) },
        }, cancellationToken: Stop))!;
        return (group, (await tenant.Setup.Groups[group.Id].Sites["root"].GetAsync(cancellationToken: Stop))!, owner);
    }

    public static ListItem Row(params (string Name, object Value)[] fields) =>
        new() { Fields = new() { AdditionalData = fields.ToDictionary(f => f.Name, f => f.Value) } };

    public static async Task<(Site Site, Microsoft.Graph.Models.List List)> ListAsync(this SdkTenant tenant, string nickname)
    {
        var (_, site, _) = await tenant.GroupAsync(nickname);
        var list = await tenant.Setup.Sites[site.Id].Lists.PostAsync(new()
        {
            DisplayName = "Actions",
            ListProp = new() { Template = "genericList" },
            Columns =
            [
                new() { Name = "Status", Indexed = true, Choice = new() { Choices = ["Öppen", "Klar"], DisplayAs = "dropDownMenu" } },
                new() { Name = "DueOn", Indexed = true, DateTime = new() { Format = "dateOnly" } },
                new() { Name = "Tags", Choice = new() { Choices = ["a", "b"], DisplayAs = "checkBoxes" } },
            ],
        }, cancellationToken: Stop);
        return (site, list!);
    }
}
