using System.Collections;
using System.Management.Automation;
using System.Security;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>One subscription with one resource group and one app. A deployment leaves nothing to change for the next what-if.</summary>
public sealed partial class Cloud
{
    private readonly HashSet<string> providers = [];
    private readonly List<(string Role, string Condition)> deployerRoles = [];
    private readonly Hashtable appSettings = new() { ["JobsPaused"] = "False" };
    private Hashtable? groupTags;
    private bool signedIn;
    private bool deployed;
    private bool stopped;

    public IReadOnlyList<(string Role, string Condition)> DeployerRoles => deployerRoles;

    public Hashtable? GroupTags => groupTags;

    /// <summary>Status that the deployment log and a call to a service answer.</summary>
    public int PublishStatus { get; init; } = 4;

    public Func<string, int> HttpStatus { get; init; } = _ => 200;

    public int FunctionsListed { get; init; } = 20;

    public Cloud WithGroup(bool deployed = false, bool stopped = false, string product = "hallbarhet-m365")
    {
        groupTags = new() { ["product"] = product };
        (this.deployed, this.stopped) = (deployed, stopped);
        return this;
    }

    private void AddAzure()
    {
        Reads("Get-AzContext", _ => signedIn ? Objects.Row(("Account", "it")) : null);
        Reads("Connect-AzAccount", _ => Then(() => signedIn = true));
        Reads("Set-AzContext", _ => null);
        Reads("Get-AzAccessToken", _ => Objects.Row(("Token", new SecureString())));
        Reads("Get-AzResourceProvider", given => new[] { Objects.Row(("RegistrationState", providers.Contains(given.Text("ProviderNamespace")) ? "Registered" : "NotRegistered")) });
        Alters("Register-AzResourceProvider", given => Then(() => providers.Add(given.Text("ProviderNamespace"))));
        Reads("Get-AzResourceGroup", _ => groupTags is null ? null : Objects.Row(("ResourceId", "/subscriptions/s/resourceGroups/g"), ("Tags", groupTags)));
        Alters("New-AzResourceGroup", given => Then(() => groupTags = new Hashtable(given.Table("Tag"))));
        Alters("Remove-AzResourceGroup", _ => Then(() => groupTags = null));
        Reads("Get-AzRoleAssignment", given => deployerRoles.Where(r => r.Role == given.Text("RoleDefinitionName")).Select(r => Objects.Row(("RoleDefinitionName", r.Role))).ToArray());
        Alters("New-AzRoleAssignment", given => Then(() => deployerRoles.Add((given.Text("RoleDefinitionName"), given.Text("Condition")))));
        Alters("Remove-AzRoleAssignment", given => Then(() => deployerRoles.RemoveAll(r => r.Role == given.Text("RoleDefinitionName"))));
        AddDeployment();
        AddApp();
    }

    private void AddDeployment()
    {
        Reads("Get-AzResourceGroupDeploymentWhatIfResult", given => File.Exists(given.Text("TemplateFile")) && File.Exists(given.Text("TemplateParameterFile"))
            ? Objects.Row(("Changes", new[] { Change("site", deployed ? "NoChange" : "Create"), Change("other", "Ignore") }))
            : throw new FileNotFoundException("Template or parameters are missing."));
        Alters("New-AzResourceGroupDeployment", _ => Then(() => deployed = true));
        Reads("Get-AzResourceGroupDeployment", _ => deployed ? Objects.Row(("Outputs", Outputs())) : null);
        Alters("Update-AzTag", given => Then(() => Merge(groupTags!, given.Table("Tag"))));
        Reads("Invoke-AzRestMethod", _ => Objects.Row(("Content", $"{{\"value\":[{string.Join(',', Enumerable.Repeat("{}", FunctionsListed))}]}}")));
        Reads("Invoke-RestMethod", _ => Objects.Row(("status", (long)PublishStatus)));
        Reads("Invoke-WebRequest", given =>
        {
            if (given.Text("Method") == "Post") Changes.Add("Invoke-WebRequest");
            return Objects.Row(("StatusCode", HttpStatus(given.Text("Uri"))), ("Content", "\"deployment-1\""));
        });
    }

    private void AddApp()
    {
        Reads("Get-AzFunctionApp", _ => Objects.Row(("Name", "func-hallbarhet"), ("Status", stopped ? "Stopped" : "Running")));
        Alters("Stop-AzFunctionApp", _ => Then(() => stopped = true));
        Reads("Get-AzFunctionAppSetting", _ => appSettings);
        Alters("Update-AzFunctionAppSetting", given => Then(() => Merge(appSettings, given.Table("AppSetting"))));
    }

    private static Hashtable Outputs()
    {
        var outputs = new Hashtable();
        foreach (var name in (string[])["functionAppName", "functionAppAddress", "deploymentAddress", "runtimeClientId", "runtimePrincipalId", "setupClientId", "setupPrincipalId"])
            outputs[name] = Objects.Row(("Value", $"https://{name}"));
        return outputs;
    }

    private static PSObject Change(string name, string type) => Objects.Row(("FullyQualifiedResourceId", name), ("ChangeType", type));

    private static void Merge(Hashtable into, IDictionary given)
    {
        foreach (DictionaryEntry entry in given) into[entry.Key] = entry.Value;
    }
}
