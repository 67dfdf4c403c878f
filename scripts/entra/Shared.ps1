# What the scripts for IT have in common. Dot-sourced, not imported as a module: only so does -WhatIf of a script reach Invoke-Change.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:changes = 0

$graphAppId = '00000003-0000-0000-c000-000000000000'
$sharePointAppId = '00000003-0000-0ff1-ce00-000000000000'
$resourceNames = @{ $graphAppId = 'Microsoft Graph'; $sharePointAppId = 'Office 365 SharePoint Online' }

<# Stops before anything is done, naming everything that is missing and how to get it. #>
function Assert-Prerequisites {
    param([hashtable] $Modules = @{}, [hashtable] $Programs = @{})

    $missing = @(
        foreach ($name in $Modules.Keys | Sort-Object) {
            $found = Get-Module -ListAvailable -Name $name | Where-Object { $_.Version -ge [version]$Modules[$name] }
            if (-not $found) { "Install-Module $name -MinimumVersion $($Modules[$name]) -Scope CurrentUser" }
        }
        foreach ($name in $Programs.Keys | Sort-Object) {
            if (-not (Get-Command $name -ErrorAction Ignore)) { "$name, from $($Programs[$name])" }
        }
    )
    if ($missing.Count -gt 0) {
        throw "Nothing was done. Install first:`n  $($missing -join "`n  ")"
    }
}

<# One change: shown by -WhatIf, named when it fails, counted when it is done. #>
function Invoke-Change {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Target, [Parameter(Mandatory)] [string] $Action, [Parameter(Mandatory)] [scriptblock] $Do)

    if (-not $PSCmdlet.ShouldProcess($Target, $Action)) { return }
    try { & $Do }
    catch { throw "Stopped at: $Action ($Target). $($_.Exception.Message)" }
    $script:changes++
    Write-Host "  done: $Action ($Target)"
}

function Write-Changes {
    if ($WhatIfPreference) { Write-Host 'Nothing was changed (-WhatIf).' }
    elseif ($script:changes -eq 0) { Write-Host 'Everything was in place; nothing was changed.' }
    else { Write-Host "$($script:changes) $(if ($script:changes -eq 1) { 'change' } else { 'changes' }) made." }
}

<# A text in Swedish that the customer pastes into the request to the administrator who holds the role. #>
function Write-Ticket {
    param([string] $Role, [string] $Subject, [string] $Text)

    Write-Host "----- Ärende att klistra in -----`nTill: $Role`nÄmne: $Subject`n`n$($Text.Trim())`n----- Slut på ärendet -----`n"
}

<# One identity's permissions, from the same file that the product's tests hold. #>
function Get-Permissions {
    param([Parameter(Mandatory)] [string] $Identity)

    $file = "$PSScriptRoot/../../provisioning/permissions.json"
    (Get-Content -Raw -Encoding utf8 -LiteralPath $file | ConvertFrom-Json).$Identity
}

<# Names of the application permissions on Graph and on SharePoint that an identity shall have. #>
function Get-WantedRoles {
    param([Parameter(Mandatory)] $Permissions, [Parameter(Mandatory)] [string] $Planner)

    $graph = @($Permissions.graph)
    if ($Planner -eq 'On') { $graph += @($Permissions.graphWithPlanner) }
    @{ $graphAppId = $graph; $sharePointAppId = @($Permissions.sharePoint) }
}

function Connect-Graph {
    param([Parameter(Mandatory)] [string[]] $Scopes)

    $context = Get-MgContext
    $lacking = @($Scopes | Where-Object { -not $context -or $_ -notin $context.Scopes })
    if ($lacking.Count -gt 0) { Connect-MgGraph -Scopes $Scopes -NoWelcome }
}

<# What a service principal was granted: resource, permission, and the assignment's id. #>
function Get-GrantedRoles {
    param([Parameter(Mandatory)] [string] $PrincipalId)

    foreach ($assignment in @(Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId -All)) {
        $resource = Get-MgServicePrincipal -ServicePrincipalId $assignment.ResourceId
        $role = $resource.AppRoles | Where-Object { $_.Id -eq $assignment.AppRoleId }
        [pscustomobject]@{
            Id = $assignment.Id
            ResourceAppId = $resource.AppId
            Resource = $resource.DisplayName
            Name = if ($role) { $role.Value } else { "$($assignment.AppRoleId)" }
        }
    }
}

function Get-Site {
    param([Parameter(Mandatory)] [string] $SiteHost, [Parameter(Mandatory)] [string] $SitePath)

    Get-MgSite -SiteId "$($SiteHost):$SitePath"
}

<# The site permissions of one application, read one by one: the list leaves the roles out. #>
function Get-SiteGrants {
    param([Parameter(Mandatory)] [string] $SiteId, [Parameter(Mandatory)] [string] $ClientId)

    foreach ($permission in @(Get-MgSitePermission -SiteId $SiteId -All)) {
        $applications = @($permission.GrantedToIdentitiesV2 | ForEach-Object { $_.Application.Id })
        if ($ClientId -in $applications) { Get-MgSitePermission -SiteId $SiteId -PermissionId $permission.Id }
    }
}
