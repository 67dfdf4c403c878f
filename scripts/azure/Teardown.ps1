#Requires -Version 7.6
<#
.SYNOPSIS
Takes the resource group with everything in it away. Microsoft 365 is not touched.
.DESCRIPTION
Run entra/Leave.ps1 first: the identities go with the group, and grants in Exchange and SharePoint would be left to nobody. Refuses a
group that Grant-Azure.ps1 did not make, one whose jobs still run, and a name that was not typed twice.
.PARAMETER TypeTheNameAgain
The resource group's name once more.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [string] $TypeTheNameAgain
)

. "$PSScriptRoot/../entra/Shared.ps1"

Assert-Prerequisites -Modules @{ 'Az.Accounts' = '4.0.0'; 'Az.Resources' = '7.0.0'; 'Az.Functions' = '4.1.0' }
if ($ResourceGroupName -cne $TypeTheNameAgain) { throw 'The two names differ. Nothing was done.' }
if (-not (Get-AzContext)) { Connect-AzAccount | Out-Null }
$group = Get-AzResourceGroup -Name $ResourceGroupName -ErrorAction Ignore
if ($group) {
    if (-not $group.Tags -or $group.Tags['product'] -ne 'hallbarhet-m365') { throw "$ResourceGroupName was not made for this service. Nothing was done." }
    $running = @(Get-AzFunctionApp -ResourceGroupName $ResourceGroupName | Where-Object { $_.Status -ne 'Stopped' })
    if ($running.Count -gt 0) { throw "$($running[0].Name) still runs. Run entra/Leave.ps1 first: it stops the jobs and exports the records." }
    Invoke-Change $ResourceGroupName 'Delete the resource group' { Remove-AzResourceGroup -Name $ResourceGroupName -Force | Out-Null }
}
Write-Changes
