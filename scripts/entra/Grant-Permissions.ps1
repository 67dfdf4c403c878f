#Requires -Version 7.6
<#
.SYNOPSIS
Gives an identity exactly the application permissions of provisioning/permissions.json. Role: Privileged Role Administrator.
.DESCRIPTION
On Microsoft Graph and on Office 365 SharePoint Online. What the identity has there beyond the list is taken away; it is the
product's own identity. A permission on any other resource is not touched but ends the script with an error.
.PARAMETER Planner
On adds Tasks.ReadWrite.All, which covers every plan of the tenant and cannot be narrowed.
.PARAMETER Remove
Takes every permission on both resources away.
.EXAMPLE
./Grant-Permissions.ps1 -PrincipalId … -Identity runtime -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [ValidateSet('runtime', 'setup', 'setupThatCreatesTheGroup')] [string] $Identity = 'runtime',
    [ValidateSet('Off', 'On')] [string] $Planner = 'Off',
    [switch] $Remove,
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$wanted = Get-WantedRoles -Permissions (Get-Permissions $Identity) -Planner $Planner
$plannerWords = @'

OBS! Tasks.ReadWrite.All gäller VARJE plan i Planner i hela kommunens klientorganisation, inte bara gruppens. Behörigheten går inte att begränsa. Den behövs bara om gruppen har valt att använda Planner, och Planner är en inställning som går att stänga av.
'@

function Write-PermissionTicket {
    $command = "./Grant-Permissions.ps1 -PrincipalId $PrincipalId -Identity $Identity -Planner $Planner"
    if ($Remove) {
        Write-Ticket 'Administratör för privilegierad roll (Privileged Role Administrator)' 'Ta bort Hållbarhet M365:s behörigheter' @"
Ta bort alla programbehörigheter på Microsoft Graph och SharePoint från identiteten $PrincipalId.

Kör: $command -Remove
Lägg först till -WhatIf för att se vad som tas bort.
"@
        return
    }
    Write-Ticket 'Administratör för privilegierad roll (Privileged Role Administrator)' "Programbehörigheter för Hållbarhet M365 ($Identity)" @"
Ge identiteten $PrincipalId exakt de här programbehörigheterna och inga andra:
  Microsoft Graph: $($wanted[$graphAppId] -join ', ')
  Office 365 SharePoint Online: $($wanted[$sharePointAppId] -join ', ')
$(if ($Planner -eq 'On') { $plannerWords })
Sites.Selected ger i sig ingen åtkomst; SharePoint-administratören pekar ut den enda webbplatsen. Mail.* och Calendars.* ska inte ges: brevlådan öppnas av Exchange-administratören.

Kör: $command
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet kan köras flera gånger.
Så här tas det bort: samma kommando med -Remove.
"@
}

function Update-Resource([string] $ResourceAppId, [string[]] $Names, [object[]] $Granted) {
    $resource = Get-MgServicePrincipal -Filter "appId eq '$ResourceAppId'"
    $here = @($Granted | Where-Object { $_.ResourceAppId -eq $ResourceAppId })
    foreach ($grant in $here | Where-Object { $_.Name -notin $Names }) {
        Invoke-Change $resource.DisplayName "Take away $($grant.Name)" {
            Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId -AppRoleAssignmentId $grant.Id
        }
    }
    $held = @($here | ForEach-Object { $_.Name })
    foreach ($missing in $Names | Where-Object { $_ -notin $held }) {
        $role = $resource.AppRoles | Where-Object { $_.Value -eq $missing -and 'Application' -in $_.AllowedMemberTypes }
        if (-not $role) { throw "$($resource.DisplayName) has no application permission $missing." }
        Invoke-Change $resource.DisplayName "Grant $missing" {
            New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId -PrincipalId $PrincipalId -ResourceId $resource.Id -AppRoleId $role.Id | Out-Null
        }
    }
}

Write-PermissionTicket
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{ 'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Applications' = '2.25.0' }
if ($Planner -eq 'On' -and -not $Remove) {
    Write-Warning 'Tasks.ReadWrite.All COVERS EVERY PLAN OF THE WHOLE TENANT and cannot be narrowed. Leave -Planner Off unless the group uses Planner.'
}
Connect-Graph -Scopes 'Application.Read.All', 'AppRoleAssignment.ReadWrite.All'
$granted = @(Get-GrantedRoles -PrincipalId $PrincipalId)
foreach ($resourceAppId in $graphAppId, $sharePointAppId) {
    Update-Resource $resourceAppId @(if (-not $Remove) { $wanted[$resourceAppId] }) $granted
}
Write-Changes
$elsewhere = @($granted | Where-Object { $_.ResourceAppId -notin $graphAppId, $sharePointAppId })
if ($elsewhere.Count -gt 0) {
    throw "The identity has permissions that are none of ours: $(($elsewhere | ForEach-Object { "$($_.Name) on $($_.Resource)" }) -join '; '). Take them away."
}
