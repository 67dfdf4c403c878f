#Requires -Version 7.6
<#
.SYNOPSIS
Makes or renews the setup identity for IT's command line: an app registration with a certificate. Role: Cloud Application Administrator.
.DESCRIPTION
The private key is made here, written to -CertificatePath for the one who runs the script, and never leaves the machine. Entra gets
the public part. The certificate lives as long as a change window, not longer. The identity has no rights until Grant-Permissions.ps1
(-Identity setup) and Grant-SharePoint.ps1 (-Identity setup) give them.
.PARAMETER CertificatePath
A .pem file. If it is there and still valid, it is used.
.PARAMETER Renew
Makes a new certificate in place of the one in the file; Entra forgets the old one.
.PARAMETER Remove
Deletes the app registration, and with it every right it had.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $CertificatePath,
    [ValidateRange(1, 90)] [int] $ValidDays = 30,
    [switch] $Renew,
    [switch] $Remove,
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$appName = 'Hallbarhet M365 setup'

function Write-SetupTicket {
    if ($Remove) {
        Write-Ticket 'Molnprogramadministratör (Cloud Application Administrator)' 'Ta bort Hållbarhet M365:s installationsidentitet' @"
Ta bort appregistreringen "$appName". Dess behörigheter försvinner samtidigt.

Kör: ./New-SetupIdentity.ps1 -CertificatePath $CertificatePath -Remove
"@
        return
    }
    Write-Ticket 'Molnprogramadministratör (Cloud Application Administrator)' 'Installationsidentitet för Hållbarhet M365' @"
Skapa appregistreringen "$appName" med ett certifikat som gäller i $ValidDays dagar. Den används av IT när arbetsrummet byggs eller ändras, och däremellan inte alls. Den privata nyckeln stannar hos den som kör skriptet.

Kör: ./New-SetupIdentity.ps1 -CertificatePath $CertificatePath -ValidDays $ValidDays
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet ger inga behörigheter.
Efter ändringen: samma kommando med -Remove.
"@
}

<# The certificate in the file, or null when there is none that is still valid. #>
function Read-Certificate {
    if (-not (Test-Path -LiteralPath $CertificatePath)) { return $null }
    $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile($CertificatePath)
    if ($certificate.NotAfter -gt [datetime]::Now) { $certificate }
}

<# Key and certificate as one PEM file that only its owner may read. #>
function New-CertificateFile {
    $key = [System.Security.Cryptography.RSA]::Create(3072)
    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        "CN=$appName", $key, [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $now = [System.DateTimeOffset]::UtcNow
    $made = $request.CreateSelfSigned($now.AddMinutes(-5), $now.AddDays($ValidDays))
    $options = [System.IO.FileStreamOptions]::new()
    $options.Mode = 'Create'
    $options.Access = 'Write'
    if (-not $IsWindows) { $options.UnixCreateMode = 'UserRead, UserWrite' }
    $writer = [System.IO.StreamWriter]::new($CertificatePath, $options)
    try { $writer.Write($made.ExportCertificatePem() + "`n" + $key.ExportPkcs8PrivateKeyPem() + "`n") }
    finally { $writer.Dispose() }
}

function Set-Key($Application, $Certificate) {
    $known = @($Application.KeyCredentials | ForEach-Object { [System.Convert]::ToHexString([byte[]]$_.CustomKeyIdentifier) })
    if ($known.Count -eq 1 -and $known[0] -eq $Certificate.Thumbprint) { return }
    Invoke-Change $appName "Take the certificate $($Certificate.Thumbprint), valid until $($Certificate.NotAfter.ToString('yyyy-MM-dd'))" {
        Update-MgApplication -ApplicationId $Application.Id -KeyCredentials @(@{
            Type = 'AsymmetricX509Cert'
            Usage = 'Verify'
            DisplayName = "CN=$appName"
            Key = $Certificate.RawData
            CustomKeyIdentifier = [System.Convert]::FromHexString($Certificate.Thumbprint)
        })
    }
}

function Add-Identity {
    if ($Renew -or -not (Read-Certificate)) { Invoke-Change $CertificatePath 'Make a key and a certificate' { New-CertificateFile } }
    $application = Get-MgApplication -Filter "displayName eq '$appName'"
    if (-not $application) {
        Invoke-Change $appName 'Make the app registration' { New-MgApplication -DisplayName $appName -SignInAudience 'AzureADMyOrg' | Out-Null }
        $application = Get-MgApplication -Filter "displayName eq '$appName'"
    }
    $certificate = Read-Certificate
    if (-not $application -or -not $certificate) { return }
    Set-Key $application $certificate
    if (-not (Get-MgServicePrincipal -Filter "appId eq '$($application.AppId)'")) {
        Invoke-Change $appName 'Make the service principal' { New-MgServicePrincipal -AppId $application.AppId | Out-Null }
    }
    Write-Identity $application $certificate
}

function Write-Identity($Application, $Certificate) {
    $principal = Get-MgServicePrincipal -Filter "appId eq '$($Application.AppId)'"
    Write-Host @"
ClientId:    $($Application.AppId)
PrincipalId: $($principal.Id)
Settings for the command line: Microsoft365__SignIn=Certificate Microsoft365__TenantId=$((Get-MgContext).TenantId) Microsoft365__ClientId=$($Application.AppId) Microsoft365__CertificatePath=$CertificatePath
For the calendar of what expires: Certifikat=$($Certificate.NotAfter.ToString('yyyy-MM-dd'))
"@
}

Write-SetupTicket
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{ 'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Applications' = '2.25.0' }
Connect-Graph -Scopes 'Application.ReadWrite.All'
if ($Remove) {
    foreach ($application in @(Get-MgApplication -Filter "displayName eq '$appName'")) {
        Invoke-Change $appName 'Delete the app registration' { Remove-MgApplication -ApplicationId $application.Id }
    }
}
else { Add-Identity }
Write-Changes
