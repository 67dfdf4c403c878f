#Requires -Version 7.6
<#
.SYNOPSIS
Makes the resource group and lets those who deploy work in it. Role: Owner of the subscription (or Contributor and User Access Administrator).
.DESCRIPTION
The deployers get Contributor on the resource group, and Role Based Access Control Administrator there under a condition: they may
give away only the four roles that the service's own identity needs (scripts/azure), nothing else.
.PARAMETER DeployerObjectId
Object id of the group, person or service principal that runs scripts/azure.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $SubscriptionId,
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [guid] $DeployerObjectId,
    [string] $Location = 'swedencentral',
    [switch] $Remove,
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$providers = 'Microsoft.Web', 'Microsoft.Storage', 'Microsoft.ManagedIdentity', 'Microsoft.Insights', 'Microsoft.OperationalInsights', 'Microsoft.AlertsManagement'

# Storage Blob Data Owner, Storage Queue Data Contributor, Storage Table Data Contributor, Monitoring Metrics Publisher.
$mayBeGiven = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b, 974c5e8b-45b9-4653-ba55-5f855dd0fb88, 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3, 3913510d-42f4-4e42-8a64-420c390055eb'
$condition = @"
((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {$mayBeGiven}))
 AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {$mayBeGiven}))
"@ -replace "`r?`n", ''

$roles = @(
    @{ RoleDefinitionName = 'Contributor' }
    @{ RoleDefinitionName = 'Role Based Access Control Administrator'; Condition = $condition; ConditionVersion = '2.0' }
)

function Write-AzureTicket {
    $command = "./Grant-Azure.ps1 -SubscriptionId $SubscriptionId -ResourceGroupName $ResourceGroupName -DeployerObjectId $DeployerObjectId -Location $Location"
    if ($Remove) {
        Write-Ticket 'Ägare av Azure-prenumerationen (Owner)' "Ta bort driftgruppens roller på $ResourceGroupName" @"
Ta bort rollerna för $DeployerObjectId på resursgruppen $ResourceGroupName. Resurserna tas bort med scripts/azure/Teardown.ps1 innan dess.

Kör: $command -Remove
"@
        return
    }
    Write-Ticket 'Ägare av Azure-prenumerationen (Owner)' "Resursgrupp för Hållbarhet M365: $ResourceGroupName" @"
Skapa resursgruppen $ResourceGroupName i $Location och ge $DeployerObjectId rätt att driftsätta där:
  - Deltagare (Contributor) på resursgruppen.
  - Administratör för rollbaserad åtkomstkontroll på resursgruppen, med villkoret att bara de fyra roller som tjänsten behöver får delas ut.
Registrera resursprovidrarna $($providers -join ', ').

Kör: $command
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet kan köras flera gånger.
"@
}

function Add-Group {
    foreach ($provider in $providers) {
        if (@(Get-AzResourceProvider -ProviderNamespace $provider).RegistrationState -notcontains 'Registered') {
            Invoke-Change $provider 'Register the resource provider' { Register-AzResourceProvider -ProviderNamespace $provider | Out-Null }
        }
    }
    if (-not (Get-AzResourceGroup -Name $ResourceGroupName -ErrorAction Ignore)) {
        Invoke-Change $ResourceGroupName 'Make the resource group' {
            New-AzResourceGroup -Name $ResourceGroupName -Location $Location -Tag @{ product = 'hallbarhet-m365' } | Out-Null
        }
    }
    foreach ($role in $roles) {
        if (Get-DeployerRole $role.RoleDefinitionName) { continue }
        Invoke-Change $ResourceGroupName "Give $($role.RoleDefinitionName) to $DeployerObjectId" {
            New-AzRoleAssignment -ObjectId $DeployerObjectId -ResourceGroupName $ResourceGroupName @role | Out-Null
        }
    }
}

function Remove-Roles {
    foreach ($role in $roles) {
        if (-not (Get-DeployerRole $role.RoleDefinitionName)) { continue }
        Invoke-Change $ResourceGroupName "Take $($role.RoleDefinitionName) from $DeployerObjectId" {
            Remove-AzRoleAssignment -ObjectId $DeployerObjectId -ResourceGroupName $ResourceGroupName -RoleDefinitionName $role.RoleDefinitionName | Out-Null
        }
    }
}

function Get-DeployerRole([string] $Name) {
    if (Get-AzResourceGroup -Name $ResourceGroupName -ErrorAction Ignore) {
        Get-AzRoleAssignment -ObjectId $DeployerObjectId -ResourceGroupName $ResourceGroupName -RoleDefinitionName $Name
    }
}

Write-AzureTicket
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{ 'Az.Accounts' = '4.0.0'; 'Az.Resources' = '7.0.0' }
if (-not (Get-AzContext)) { Connect-AzAccount | Out-Null }
Set-AzContext -Subscription $SubscriptionId | Out-Null
if ($Remove) { Remove-Roles } else { Add-Group }
Write-Changes
