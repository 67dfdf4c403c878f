# Commands of the engine itself that would look at this machine: what is installed here is for the test to say.

# A command that finds nothing writes nothing, not even null.
function Write-Found($Answer) { if ($null -ne $Answer) { $Answer } }

function Get-Module {
    param([switch] $ListAvailable, [string] $Name)
    Write-Found ($Cloud.Modules($Name))
}

function Get-Command {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Name)
    Write-Found ($Cloud.Programs($Name))
}

function dotnet {
    $global:LASTEXITCODE = $Cloud.Dotnet($args)
}
