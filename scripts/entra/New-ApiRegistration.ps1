#Requires -Version 7.6
<#
.SYNOPSIS
Registers the service's own interface, so that people can call it with a token, and gives a person one of its roles. Role: Cloud Application Administrator.
.DESCRIPTION
Workspace.Plan, Workspace.Apply and Mail.Preview are roles of this application, not permissions in Microsoft 365: they open calls of
the service and nothing else. Machines call with a function key and need none of this.
.PARAMETER Person
Address of somebody who shall have -Role.
.OUTPUTS
The value for the parameter apiAudience of scripts/azure.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Person,
    [ValidateSet('Workspace.Plan', 'Workspace.Apply', 'Mail.Preview')] [string] $Role = 'Workspace.Plan',
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$appName = 'Hallbarhet M365'

# The ids are ours and never change: tokens and assignments refer to them.
$appRoles = @(
    @{ Id = '5f1d3c60-7a53-4b4e-9a63-0f3ad1c6b001'; Value = 'Workspace.Plan'; DisplayName = 'Planera arbetsrummet'; Description = 'Får se vad som skulle ändras i arbetsrummet.' }
    @{ Id = '5f1d3c60-7a53-4b4e-9a63-0f3ad1c6b002'; Value = 'Workspace.Apply'; DisplayName = 'Ändra arbetsrummet'; Description = 'Får låta en plan genomföras medan installationsidentiteten är ansluten.' }
    @{ Id = '5f1d3c60-7a53-4b4e-9a63-0f3ad1c6b003'; Value = 'Mail.Preview'; DisplayName = 'Förhandsgranska utskick'; Description = 'Får läsa utskick innan de skickas.' }
) | ForEach-Object { $_ + @{ IsEnabled = $true; AllowedMemberTypes = @('User', 'Application') } }

function Get-Registration { Get-MgApplication -Filter "displayName eq '$appName'" }

function Add-Registration {
    if (-not (Get-Registration)) {
        Invoke-Change $appName 'Register the interface with its roles' {
            New-MgApplication -DisplayName $appName -SignInAudience 'AzureADMyOrg' -AppRoles $appRoles -Api @{ RequestedAccessTokenVersion = 2 } | Out-Null
        }
    }
    $application = Get-Registration
    if (-not $application) { return }
    if ("api://$($application.AppId)" -notin $application.IdentifierUris) {
        Invoke-Change $appName 'Name its address' { Update-MgApplication -ApplicationId $application.Id -IdentifierUris @("api://$($application.AppId)") }
    }
    if (-not (Get-MgServicePrincipal -Filter "appId eq '$($application.AppId)'")) {
        Invoke-Change $appName 'Make the service principal' { New-MgServicePrincipal -AppId $application.AppId | Out-Null }
    }
    Write-Host "apiAudience: $($application.AppId)"
    if ($Person) { Add-Person (Get-MgServicePrincipal -Filter "appId eq '$($application.AppId)'") }
}

function Add-Person($Principal) {
    if (-not $Principal) { return }
    $user = Get-MgUser -UserId $Person
    $id = ($appRoles | Where-Object { $_.Value -eq $Role }).Id
    $held = @(Get-MgServicePrincipalAppRoleAssignedTo -ServicePrincipalId $Principal.Id -All | Where-Object { $_.PrincipalId -eq $user.Id -and $_.AppRoleId -eq $id })
    if ($held.Count -gt 0) { return }
    Invoke-Change $appName "Give $Person the role $Role" {
        New-MgServicePrincipalAppRoleAssignedTo -ServicePrincipalId $Principal.Id -PrincipalId $user.Id -ResourceId $Principal.Id -AppRoleId $id | Out-Null
    }
}

Write-Ticket 'Molnprogramadministratör (Cloud Application Administrator)' 'Registrera Hållbarhet M365:s eget gränssnitt' @"
Registrera programmet "$appName" med rollerna $(($appRoles | ForEach-Object { $_.Value }) -join ', '). Rollerna gäller bara tjänstens egna anrop. De ger ingen åtkomst till brevlådor, webbplatser eller personer i Microsoft 365.
$(if ($Person) { "`nGe $Person rollen $Role.`n" })
Kör: ./New-ApiRegistration.ps1$(if ($Person) { " -Person $Person -Role $Role" })
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet kan köras flera gånger.
"@
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{
    'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Applications' = '2.25.0'; 'Microsoft.Graph.Users' = '2.25.0'
}
Connect-Graph -Scopes 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All', 'User.ReadBasic.All'
Add-Registration
Write-Changes
