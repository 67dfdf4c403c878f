#Requires -Version 7.6
<#
.SYNOPSIS
Publishes the Functions app and packs it, with the group file, into one zip named by its content.
.DESCRIPTION
Equal sources give an equal name, so Deploy.ps1 knows whether there is anything to send. Keep the zips: a rollback is an older one.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $GroupFile,
    [string] $OutFolder = 'out/packages'
)

. "$PSScriptRoot/../entra/Shared.ps1"

<# One hash over all paths and contents, in a fixed order; a zip's own hash changes with its timestamps. #>
function Get-ContentName([string] $Folder) {
    $hash = [System.Security.Cryptography.IncrementalHash]::CreateHash('SHA256')
    $files = [System.IO.Directory]::GetFiles($Folder, '*', 'AllDirectories')
    [System.Array]::Sort($files, [System.StringComparer]::Ordinal)
    foreach ($file in $files) {
        $path = [System.IO.Path]::GetRelativePath($Folder, $file).Replace('\', '/')
        $hash.AppendData([System.Text.Encoding]::UTF8.GetBytes("$path`n"))
        $hash.AppendData([System.IO.File]::ReadAllBytes($file))
    }
    'hallbarhet-' + [System.Convert]::ToHexString($hash.GetHashAndReset()).Substring(0, 12).ToLowerInvariant() + '.zip'
}

function Publish-App([string] $Folder) {
    dotnet publish "$PSScriptRoot/../../functions/Hallbarhet.Functions" -c Azure -o $Folder
    if ($LASTEXITCODE -ne 0) { throw "dotnet publish ended with $LASTEXITCODE." }
    [System.IO.File]::Copy($GroupFile, "$Folder/group.json", $true)
    if (-not $IsWindows) { return }
    Write-Warning 'Packed on Windows: after Deploy.ps1 look that the functions are listed, for a zip made here carries no Unix file modes.'
}

Assert-Prerequisites -Programs @{ dotnet = 'https://dotnet.microsoft.com/download (.NET 10 SDK)' }
if (-not (Test-Path -LiteralPath $GroupFile)) { throw "There is no group file $GroupFile." }
Invoke-Change $OutFolder 'Publish and pack the Functions app' {
    $work = [System.IO.Directory]::CreateTempSubdirectory('hallbarhet').FullName
    try {
        Publish-App $work
        [System.IO.Directory]::CreateDirectory($OutFolder) | Out-Null
        $package = "$OutFolder/$(Get-ContentName $work)"
        if (-not (Test-Path -LiteralPath $package)) { [System.IO.Compression.ZipFile]::CreateFromDirectory($work, $package) }
        Write-Host "Package: $package"
    }
    finally { [System.IO.Directory]::Delete($work, $true) }
}
