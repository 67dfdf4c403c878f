using System.Collections;
using System.Security.Cryptography.X509Certificates;

namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>The setup identity's certificate is really made, kept to its owner, and renewed.</summary>
public sealed class SetupIdentityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hallbarhet-setup").FullName;
    private readonly Cloud cloud = new();

    private string CertificateFile => Path.Combine(folder, "setup.pem");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Certificate_works_and_only_its_owner_may_read_it()
    {
        Run(("ValidDays", 10)).ShouldBeNull();

        using var certificate = X509Certificate2.CreateFromPemFile(CertificateFile);
        certificate.HasPrivateKey.ShouldBeTrue();
        (certificate.NotAfter - certificate.NotBefore).TotalDays.ShouldBeInRange(10, 10.1);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(CertificateFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Private_key_is_never_said()
    {
        Run().ShouldBeNull();

        cloud.Said.ShouldNotContain("PRIVATE KEY");
        cloud.Said.ShouldContain("Microsoft365__SignIn=Certificate");
        cloud.Said.ShouldContain("Certifikat=");
    }

    [Fact]
    public void Renewing_makes_another_certificate_and_Entra_takes_it()
    {
        Run().ShouldBeNull();
        var first = File.ReadAllText(CertificateFile);
        cloud.Changes.Clear();

        Run(("Renew", true)).ShouldBeNull();

        File.ReadAllText(CertificateFile).ShouldNotBe(first);
        cloud.Changes.ShouldBe(["Update-MgApplication"]);
    }

    [Fact]
    public void Removing_deletes_the_registration_once()
    {
        Run().ShouldBeNull();
        cloud.Changes.Clear();

        Run(("Remove", true)).ShouldBeNull();
        Run(("Remove", true)).ShouldBeNull();

        cloud.Changes.ShouldBe(["Remove-MgApplication"]);
    }

    private string? Run(params (string Name, object Value)[] more)
    {
        var parameters = new Hashtable { ["CertificatePath"] = CertificateFile };
        foreach (var (name, value) in more) parameters[name] = value;
        return Pwsh.Run(cloud, "scripts/entra/New-SetupIdentity.ps1", parameters);
    }
}
