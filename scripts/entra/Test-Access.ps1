#Requires -Version 7.6
<#
.SYNOPSIS
Judges what an identity was granted: exactly the list, no mail or calendar right in Entra, no other mailbox, no other site.
.DESCRIPTION
Changes nothing. Run it after every grant and once a year. It reads the grants; that calls are really refused is shown by
Test-LiveAccess.ps1, which runs as the identity itself. Roles: Global Reader and View-Only Recipients are enough.
.OUTPUTS
Throws with everything that is wrong; otherwise says what was looked at.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string] $Mailbox,
    [Parameter(Mandatory)] [string] $OtherMailbox,
    [Parameter(Mandatory)] [string] $SiteHost,
    [Parameter(Mandatory)] [string] $SitePath,
    [Parameter(Mandatory)] [string] $OtherSitePath,
    [ValidateSet('Off', 'On')] [string] $Planner = 'Off'
)

. "$PSScriptRoot/Shared.ps1"

$permissions = Get-Permissions 'runtime'

<# Any mail or calendar right in Entra opens every mailbox of the tenant, whatever Exchange says. #>
function Test-Roles {
    $wanted = Get-WantedRoles -Permissions $permissions -Planner $Planner
    $granted = @(Get-GrantedRoles -PrincipalId $PrincipalId)
    foreach ($grant in $granted) {
        if ($grant.Name -like 'Mail*' -or $grant.Name -like 'Calendars*' -or $grant.Name -eq 'full_access_as_app') {
            "$($grant.Name) on $($grant.Resource) opens EVERY mailbox of the tenant. Take it away in Entra at once."
        }
        elseif (-not $wanted.ContainsKey($grant.ResourceAppId) -or $grant.Name -notin $wanted[$grant.ResourceAppId]) {
            "$($grant.Name) on $($grant.Resource) is not on the list. Run Grant-Permissions.ps1."
        }
    }
    foreach ($resource in $wanted.Keys) {
        foreach ($name in $wanted[$resource]) {
            if (-not ($granted | Where-Object { $_.ResourceAppId -eq $resource -and $_.Name -eq $name })) { "$name on $($resourceNames[$resource]) is missing. Run Grant-Permissions.ps1." }
        }
    }
}

function Test-Sites {
    $own = @(Get-SiteGrants -SiteId (Get-Site $SiteHost $SitePath).Id -ClientId $ClientId)
    if ($own.Count -ne 1 -or ($own[0].Roles -join ',') -ne $permissions.siteRole) { "The role on $SitePath is not exactly $($permissions.siteRole). Run Grant-SharePoint.ps1." }
    if (@(Get-SiteGrants -SiteId (Get-Site $SiteHost $OtherSitePath).Id -ClientId $ClientId).Count -gt 0) { "The identity has a role on $OtherSitePath. Take it away." }
}

function Test-Mailboxes {
    $open = @(Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $Mailbox | Where-Object { "$($_.InScope)" -eq 'True' })
    foreach ($role in $permissions.exchange) {
        if ("Application $role" -notin @($open | ForEach-Object { $_.RoleName })) { "Exchange does not give Application $role on $Mailbox. Run Grant-Exchange.ps1." }
    }
    foreach ($extra in $open | Where-Object { $_.RoleName -notin @($permissions.exchange | ForEach-Object { "Application $_" }) }) {
        "Exchange gives $($extra.RoleName) on $Mailbox, which is not on the list."
    }
    foreach ($row in @(Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $OtherMailbox | Where-Object { "$($_.InScope)" -eq 'True' })) {
        "Exchange gives $($row.RoleName) on $OtherMailbox. Remove that assignment."
    }
}

Assert-Prerequisites -Modules @{
    'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Applications' = '2.25.0'; 'Microsoft.Graph.Sites' = '2.25.0'; ExchangeOnlineManagement = '3.5.0'
}
Connect-Graph -Scopes 'Application.Read.All', 'Sites.FullControl.All'
if (-not (Get-ConnectionInformation)) { Connect-ExchangeOnline -ShowBanner:$false }
$problems = @(Test-Roles) + @(Test-Sites) + @(Test-Mailboxes)
if ($problems.Count -gt 0) { throw "The access test failed:`n  $($problems -join "`n  ")" }
Write-Host "Passed. Permissions are exactly those of the list; no Mail.* or Calendars.* in Entra; $OtherMailbox and $OtherSitePath have no grant."
