using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Which service answers, and so in which words it refuses.</summary>
internal enum Service
{
    Directory,
    SharePoint,
    Planner,
    Exchange,
}

/// <summary>What an application was granted on one site.</summary>
internal enum SiteRole
{
    Read = 1,
    Write,
    Owner,
    FullControl,
}

/// <summary>A right as Microsoft documents it: for applications by permission, for people by their level where they act.</summary>
/// <param name="Service">Who judges.</param>
/// <param name="Names">Application permissions, the least privileged first; any of them is enough.</param>
internal sealed record Permission(Service Service, params string[] Names)
{
    public string Least => Names[0];

    /// <summary>The role on a site that is enough together with Sites.Selected; null where no role is.</summary>
    public SiteRole? Selected { get; init; }

    /// <summary>What a person needs on the site, list or item; None where that does not decide.</summary>
    public RoleLevel Level { get; init; }
}
