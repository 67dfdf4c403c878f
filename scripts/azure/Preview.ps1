#Requires -Version 7.6
<#
.SYNOPSIS
What a deployment would change in Azure (ARM what-if). Changes nothing.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [ValidateSet('test', 'production')] [string] $Environment,
    [string] $ParameterFile = "$PSScriptRoot/$Environment.bicepparam"
)

. "$PSScriptRoot/../entra/Shared.ps1"
. "$PSScriptRoot/Azure.ps1"

Assert-AzurePrerequisites
Write-WhatIf (Get-WhatIf $ResourceGroupName $ParameterFile)
