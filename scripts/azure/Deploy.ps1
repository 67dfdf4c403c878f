#Requires -Version 7.6
<#
.SYNOPSIS
Brings the resources and the package into Azure. Rolling back is the same command with an older package.
.DESCRIPTION
Deploys the Bicep files only when what-if finds a change, and sends the package only when the resource group does not carry its name
already. Then looks that Azure lists the functions: a package that cannot be read gives none and no error.
.PARAMETER Package
A zip of Build-Package.ps1. Left out, only the resources and settings are deployed.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [ValidateSet('test', 'production')] [string] $Environment,
    [string] $Package,
    [string] $ParameterFile = "$PSScriptRoot/$Environment.bicepparam"
)

. "$PSScriptRoot/../entra/Shared.ps1"
. "$PSScriptRoot/Azure.ps1"

$deploymentName = "hallbarhet-$Environment"
# Kudu's numbers; below them the package is still on its way.
$publishing = @{ Failed = 3; Succeeded = 4 }

function Update-Resources {
    $changes = @(Get-RealChanges (Get-WhatIf $ResourceGroupName $ParameterFile))
    if ($changes.Count -eq 0) { return }
    Invoke-Change $ResourceGroupName "Deploy what changes: $($changes.Count) resources" {
        New-AzResourceGroupDeployment -Name $deploymentName -ResourceGroupName $ResourceGroupName -TemplateFile "$PSScriptRoot/main.bicep" -TemplateParameterFile $ParameterFile | Out-Null
    }
}

function Get-Outputs {
    $deployment = Get-AzResourceGroupDeployment -ResourceGroupName $ResourceGroupName -Name $deploymentName -ErrorAction Ignore
    if ($deployment) { $deployment.Outputs }
}

function Send-Package($Outputs) {
    $name = [System.IO.Path]::GetFileName($Package)
    $group = Get-AzResourceGroup -Name $ResourceGroupName
    if ($group.Tags -and $group.Tags['package'] -eq $name) { return }
    Invoke-Change $Outputs.functionAppName.Value "Publish $name" {
        Publish-Package $Outputs.deploymentAddress.Value
        Assert-Functions $group.ResourceId $Outputs.functionAppName.Value
        Update-AzTag -ResourceId $group.ResourceId -Tag @{ package = $name } -Operation Merge | Out-Null
    }
}

<# One deploy, the only way that Flex Consumption takes code: the zip with an Entra token, then asking until it is in place. #>
function Publish-Package([string] $Address) {
    $token = (Get-AzAccessToken -ResourceUrl 'https://management.azure.com/' -AsSecureString).Token
    $sent = Invoke-WebRequest -Method Post -Uri "$Address/api/publish?RemoteBuild=false" -InFile $Package -ContentType 'application/zip' -Authentication Bearer -Token $token
    $id = "$($sent.Content)".Trim('"', ' ', "`n")
    foreach ($attempt in 1..60) {
        $status = (Invoke-RestMethod -Uri "$Address/api/deployments/$id" -Authentication Bearer -Token $token).status
        if ($status -eq $publishing.Succeeded) { return }
        if ($status -lt 0 -or $status -ge $publishing.Failed) { throw "Azure refused the package (status $status). Its log: $Address/api/deployments/$id/log" }
        Start-Sleep -Seconds 5
    }
    throw 'Azure has not taken the package after five minutes. Look at the deployment log and run the script again.'
}

function Assert-Functions([string] $GroupId, [string] $App) {
    foreach ($attempt in 1..24) {
        $answer = Invoke-AzRestMethod -Method GET -Path "$GroupId/providers/Microsoft.Web/sites/$App/functions?api-version=2024-04-01"
        $found = @(($answer.Content | ConvertFrom-Json).value)
        if ($found.Count -gt 0) {
            Write-Host "  $($found.Count) functions are listed."
            return
        }
        Start-Sleep -Seconds 5
    }
    throw 'Azure lists no function after two minutes: the package cannot be read. See docs/operations.md, Install.'
}

function Write-Outputs($Outputs) {
    foreach ($name in 'functionAppName', 'functionAppAddress', 'runtimeClientId', 'runtimePrincipalId', 'setupClientId', 'setupPrincipalId') {
        Write-Host "$($name): $($Outputs[$name].Value)"
    }
}

Assert-AzurePrerequisites
if ($Package -and -not (Test-Path -LiteralPath $Package)) { throw "There is no package $Package." }
Update-Resources
$outputs = Get-Outputs
if ($outputs) {
    if ($Package) { Send-Package $outputs }
    Write-Outputs $outputs
}
Write-Changes
