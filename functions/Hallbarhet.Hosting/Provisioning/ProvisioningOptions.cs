namespace Hallbarhet.Hosting.Provisioning;

/// <summary>Who may change the workspace's shape through this host, as flat app settings.</summary>
public sealed class ProvisioningOptions
{
    /// <summary>Client id of the setup identity, a user-assigned managed identity; empty outside a change window.</summary>
    public string? SetupIdentityClientId { get; set; }
}
