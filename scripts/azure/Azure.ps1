# What the Azure scripts have in common. Dot-sourced after entra/Shared.ps1.

function Assert-AzurePrerequisites {
    Assert-Prerequisites -Modules @{ 'Az.Accounts' = '4.0.0'; 'Az.Resources' = '7.0.0' } -Programs @{
        bicep = 'https://learn.microsoft.com/azure/azure-resource-manager/bicep/install (Bicep CLI, on the path)'
    }
    if (-not (Get-AzContext)) { Connect-AzAccount | Out-Null }
}

function Get-WhatIf([string] $ResourceGroupName, [string] $ParameterFile) {
    Get-AzResourceGroupDeploymentWhatIfResult -ResourceGroupName $ResourceGroupName -TemplateFile "$PSScriptRoot/main.bicep" -TemplateParameterFile $ParameterFile
}

<# Changes that a deployment would make; what it leaves alone or does not know is none. #>
function Get-RealChanges($WhatIf) {
    $WhatIf.Changes | Where-Object { "$($_.ChangeType)" -notin 'NoChange', 'Ignore', 'NoEffect' }
}

function Write-WhatIf($WhatIf) {
    $changes = @(Get-RealChanges $WhatIf)
    foreach ($change in $changes) { Write-Host "  $($change.ChangeType): $($change.FullyQualifiedResourceId)" }
    Write-Host "Resources that would change: $($changes.Count)"
}
