# The commands of Microsoft.PowerShell.Utility and .Management that the scripts may use. They are not part of the engine's package, so
# these small doubles stand in; a test fails on any other command. What a real pwsh must still show: docs/operations.md.
# $Cloud is what the test gives: see Support/Cloud.cs.

function Write-Host { param([Parameter(Position = 0)] $Object) $Cloud.Say("$Object") }
function Write-Warning { param([Parameter(Position = 0)] [string] $Message) $Cloud.Say("WARNING: $Message") }
function Start-Sleep { param([int] $Seconds) }

function Test-Path {
    param([Parameter(Mandatory)] [string] $LiteralPath)
    [System.IO.File]::Exists($LiteralPath) -or [System.IO.Directory]::Exists($LiteralPath)
}

function Get-Content {
    param([switch] $Raw, [string] $Encoding, [Parameter(Mandatory)] [string] $LiteralPath)
    [System.IO.File]::ReadAllText($LiteralPath)
}

function ConvertFrom-Json {
    param([Parameter(Mandatory, ValueFromPipeline)] [string] $InputObject)
    process { [Hallbarhet.Scripts.Tests.Support.Objects]::FromJson($InputObject) }
}

function Sort-Object {
    param([Parameter(ValueFromPipeline)] $InputObject)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { $all.Sort(); $all }
}

function Invoke-WebRequest {
    [CmdletBinding()]
    param([string] $Method = 'Get', [Parameter(Mandatory)] [string] $Uri, [string] $InFile, [string] $ContentType,
        [string] $Authentication, [securestring] $Token, [hashtable] $Headers, [switch] $SkipHttpErrorCheck)
    Write-Found ($Cloud.Call('Invoke-WebRequest', $PSBoundParameters))
}

function Invoke-RestMethod {
    [CmdletBinding()]
    param([string] $Method = 'Get', [Parameter(Mandatory)] [string] $Uri, [string] $Authentication, [securestring] $Token)
    Write-Found ($Cloud.Call('Invoke-RestMethod', $PSBoundParameters))
}
