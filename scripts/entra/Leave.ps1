#Requires -Version 7.6
<#
.SYNOPSIS
The way back: stop the jobs, export the records, and print the tickets that take every grant away. The site stays with its lists.
.DESCRIPTION
Nothing of the group's is deleted. Run it as the one who deploys; the records are read with the setup identity or az login, as plan is.
Stops when the records could not be exported: no grant is given back before they are safe.
.PARAMETER SetupClientId
With -SetupPrincipalId: the setup identity of the app, when it still holds anything.
.PARAMETER Years
The years whose published records are written to -OutFolder, each with index.csv and checksums.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [string] $FunctionAppName,
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string] $Mailbox,
    [Parameter(Mandatory)] [string] $OtherMailbox,
    [Parameter(Mandatory)] [string] $SiteHost,
    [Parameter(Mandatory)] [string] $SitePath,
    [Parameter(Mandatory)] [string] $OtherSitePath,
    [Parameter(Mandatory)] [string] $GroupFile,
    [Parameter(Mandatory)] [int[]] $Years,
    [Parameter(Mandatory)] [string] $OutFolder,
    [nullable[guid]] $SetupClientId,
    [nullable[guid]] $SetupPrincipalId
)

. "$PSScriptRoot/Shared.ps1"

$provisioning = "$PSScriptRoot/../../provisioning/Hallbarhet.Provisioning"

function Stop-Jobs {
    $settings = Get-AzFunctionAppSetting -Name $FunctionAppName -ResourceGroupName $ResourceGroupName
    if ($settings['JobsPaused'] -ne 'True') {
        Invoke-Change $FunctionAppName 'Pause the jobs' {
            Update-AzFunctionAppSetting -Name $FunctionAppName -ResourceGroupName $ResourceGroupName -AppSetting @{ JobsPaused = 'True' } -Force | Out-Null
        }
    }
    if ((Get-AzFunctionApp -Name $FunctionAppName -ResourceGroupName $ResourceGroupName).Status -ne 'Stopped') {
        Invoke-Change $FunctionAppName 'Stop the app' { Stop-AzFunctionApp -Name $FunctionAppName -ResourceGroupName $ResourceGroupName -Force }
    }
}

function Export-Records {
    foreach ($year in $Years) {
        $folder = "$OutFolder/$year"
        if (Test-Path -LiteralPath "$folder/index.csv") { continue }
        Invoke-Change $folder "Export the records of $year" {
            dotnet run --project $provisioning -- records --year $year --group $GroupFile --out $folder --with-personal-data
            if ($LASTEXITCODE -ne 0) { throw "records ended with $LASTEXITCODE." }
            if (-not (Test-Path -LiteralPath "$folder/index.csv")) { throw "There is no $folder/index.csv." }
        }
    }
}

<# The same tickets as for the grants, with -Remove; printed only, for each of these needs a role that this person may not hold. #>
function Write-RemovalTickets {
    & "$PSScriptRoot/Grant-Exchange.ps1" -ClientId $ClientId -PrincipalId $PrincipalId -Mailbox $Mailbox -OtherMailbox $OtherMailbox -Remove -TicketOnly
    & "$PSScriptRoot/Grant-SharePoint.ps1" -ClientId $ClientId -SiteHost $SiteHost -SitePath $SitePath -OtherSitePath $OtherSitePath -Remove -TicketOnly
    & "$PSScriptRoot/Grant-Permissions.ps1" -PrincipalId $PrincipalId -Remove -TicketOnly
    if ($SetupClientId -and $SetupPrincipalId) {
        & "$PSScriptRoot/Grant-SharePoint.ps1" -ClientId $SetupClientId -SiteHost $SiteHost -SitePath $SitePath -OtherSitePath $OtherSitePath -Identity setup -Remove -TicketOnly
        & "$PSScriptRoot/Grant-Permissions.ps1" -PrincipalId $SetupPrincipalId -Identity setup -Remove -TicketOnly
    }
    Write-Ticket 'Ägare av webbplatsen (ingen administratörsroll behövs)' 'Hållbarhet M365 lämnar webbplatsen' @"
Tjänsten är avstängd. Listor, dokument, sidor och medlemmar på https://$SiteHost$SitePath finns kvar och är gruppens.

Att göra när behörigheterna är borttagna:
  1. Berätta för gruppen att ingenting längre skickas av sig självt och att knapparna inte gör något.
  2. Avboka eller ta över kommande möten i brevlådan $Mailbox.
  3. Låt registratorn ta hand om exporten av publicerade handlingar. Ingenting gallras utan beslut.
  4. Det dolda biblioteket _system kan tas bort. Där ligger bara tjänstens eget minne.
"@
}

Assert-Prerequisites -Modules @{ 'Az.Accounts' = '4.0.0'; 'Az.Functions' = '4.1.0' } -Programs @{ dotnet = 'https://dotnet.microsoft.com/download (.NET 10 SDK)' }
if (-not (Get-AzContext)) { Connect-AzAccount | Out-Null }
Stop-Jobs
Export-Records
Write-RemovalTickets
Write-Host 'Then: scripts/azure/Teardown.ps1 takes the resources away, New-SetupIdentity.ps1 -Remove the setup identity.'
Write-Changes
