#Requires -Version 7.6
<#
.SYNOPSIS
Opens one site for an identity that has Sites.Selected, and looks that another site stays closed. Role: SharePoint Administrator.
.DESCRIPTION
Sites.Selected must have been granted on Graph and on SharePoint (Grant-Permissions.ps1); with only one of them half of the
service's calls are refused. The role on the site stands in provisioning/permissions.json.
.PARAMETER OtherSitePath
Any other site; the script ends with an error if the identity has a permission there.
.EXAMPLE
./Grant-SharePoint.ps1 -ClientId … -SiteHost kommun.sharepoint.com -SitePath /sites/ekologiska-hallbarhetsgruppen -OtherSitePath /sites/intranet
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [string] $SiteHost,
    [Parameter(Mandatory)] [string] $SitePath,
    [Parameter(Mandatory)] [string] $OtherSitePath,
    [ValidateSet('runtime', 'setup')] [string] $Identity = 'runtime',
    [switch] $Remove,
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$siteRole = (Get-Permissions $Identity).siteRole
$appName = "Hallbarhet M365 $Identity"

function Write-SiteTicket {
    $command = "./Grant-SharePoint.ps1 -ClientId $ClientId -SiteHost $SiteHost -SitePath $SitePath -OtherSitePath $OtherSitePath -Identity $Identity"
    if ($Remove) {
        Write-Ticket 'SharePoint-administratör (SharePoint Administrator)' 'Ta bort Hållbarhet M365:s åtkomst till webbplatsen' @"
Ta bort programmet $ClientId från webbplatsen https://$SiteHost$SitePath. Listor och dokument rörs inte.

Kör: $command -Remove
"@
        return
    }
    Write-Ticket 'SharePoint-administratör (SharePoint Administrator)' "Ge Hållbarhet M365 ($Identity) åtkomst till en enda webbplats" @"
Programmet $ClientId ska ha rollen $siteRole på webbplatsen https://$SiteHost$SitePath och inte nå någon annan webbplats.

Programmet måste redan ha behörigheten Sites.Selected på både Microsoft Graph och Office 365 SharePoint Online; det ordnar administratören för privilegierad roll. Skriptet kontrollerar det och att webbplatsen $OtherSitePath förblir stängd.

Kör: $command
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet kan köras flera gånger.
Så här tas det bort: samma kommando med -Remove.
"@
}

<# Graph and SharePoint REST judge by their own grant of Sites.Selected; the site's permission serves both. #>
function Assert-BothResources {
    $principal = Get-MgServicePrincipal -Filter "appId eq '$ClientId'"
    if (-not $principal) { throw "There is no service principal with the application id $ClientId." }
    $granted = @(Get-GrantedRoles -PrincipalId $principal.Id)
    foreach ($resource in $graphAppId, $sharePointAppId) {
        if (-not ($granted | Where-Object { $_.ResourceAppId -eq $resource -and $_.Name -eq 'Sites.Selected' })) {
            throw "The identity lacks Sites.Selected on $($resourceNames[$resource]). Have Grant-Permissions.ps1 run first."
        }
    }
}

function Add-SiteRole($Site) {
    $grants = @(Get-SiteGrants -SiteId $Site.Id -ClientId $ClientId)
    if ($grants.Count -eq 0) {
        Invoke-Change $Site.WebUrl "Give $appName the role $siteRole" {
            New-MgSitePermission -SiteId $Site.Id -BodyParameter @{
                roles = @($siteRole)
                grantedToIdentities = @(@{ application = @{ id = "$ClientId"; displayName = $appName } })
            } | Out-Null
        }
    }
    foreach ($grant in $grants | Where-Object { ($_.Roles -join ',') -ne $siteRole }) {
        Invoke-Change $Site.WebUrl "Change the role $($grant.Roles -join ',') to $siteRole" {
            Update-MgSitePermission -SiteId $Site.Id -PermissionId $grant.Id -Roles @($siteRole) | Out-Null
        }
    }
}

function Remove-SiteRole($Site) {
    foreach ($grant in @(Get-SiteGrants -SiteId $Site.Id -ClientId $ClientId)) {
        Invoke-Change $Site.WebUrl "Take the role $($grant.Roles -join ',') from $appName" {
            Remove-MgSitePermission -SiteId $Site.Id -PermissionId $grant.Id
        }
    }
}

Write-SiteTicket
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{
    'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Applications' = '2.25.0'; 'Microsoft.Graph.Sites' = '2.25.0'
}
Connect-Graph -Scopes 'Sites.FullControl.All', 'Application.Read.All'
$site = Get-Site $SiteHost $SitePath
if ($Remove) { Remove-SiteRole $site }
else {
    Assert-BothResources
    Add-SiteRole $site
    $other = @(Get-SiteGrants -SiteId (Get-Site $SiteHost $OtherSitePath).Id -ClientId $ClientId)
    if ($other.Count -gt 0) { throw "The identity has a permission on $OtherSitePath too. Take it away." }
    Write-Host "Looked: $OtherSitePath is closed."
}
Write-Changes
