#Requires -Version 7.6
<#
.SYNOPSIS
Proves as the identity itself: its own mailbox and site answer, another mailbox and another site are refused.
.DESCRIPTION
Reads one id from each of six places and changes nothing. Run it where the identity is at hand: on a machine in Azure to which the
runtime identity is attached for the moment (-ManagedIdentity), or anywhere with the setup identity's certificate.
.PARAMETER ManagedIdentity
Sign in as the user-assigned managed identity with this ClientId.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ManagedIdentity')]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [string] $Mailbox,
    [Parameter(Mandatory)] [string] $OtherMailbox,
    [Parameter(Mandatory)] [string] $SiteHost,
    [Parameter(Mandatory)] [string] $SitePath,
    [Parameter(Mandatory)] [string] $OtherSitePath,
    [Parameter(ParameterSetName = 'ManagedIdentity')] [switch] $ManagedIdentity,
    [Parameter(Mandatory, ParameterSetName = 'Certificate')] [guid] $TenantId,
    [Parameter(Mandatory, ParameterSetName = 'Certificate')] [string] $CertificatePath
)

. "$PSScriptRoot/Shared.ps1"

function Get-Status([string] $Resource, [string] $Address) {
    $token = (Get-AzAccessToken -ResourceUrl $Resource -AsSecureString).Token
    [int](Invoke-WebRequest -Uri $Address -Authentication Bearer -Token $token -Headers @{ Accept = 'application/json' } -SkipHttpErrorCheck).StatusCode
}

<# Refused means 403 (or 404 where the service hides what one may not see). A 401 proves nothing: the token was bad. #>
function Test-Call([string] $Resource, [string] $Address, [bool] $ShallAnswer) {
    $status = Get-Status $Resource $Address
    $isRight = if ($ShallAnswer) { $status -eq 200 } else { $status -in 403, 404 }
    Write-Host "  $(if ($isRight) { 'ok    ' } else { 'WRONG ' }) $status $(if ($ShallAnswer) { 'shall answer: ' } else { 'shall refuse: ' }) $Address"
    if (-not $isRight) { "$Address answered $status." }
}

Assert-Prerequisites -Modules @{ 'Az.Accounts' = '4.0.0' }
if ($PSCmdlet.ParameterSetName -eq 'Certificate') {
    Connect-AzAccount -ServicePrincipal -ApplicationId "$ClientId" -Tenant "$TenantId" -CertificatePath $CertificatePath | Out-Null
}
else { Connect-AzAccount -Identity -AccountId "$ClientId" | Out-Null }

$graph = 'https://graph.microsoft.com'
$sharePoint = "https://$SiteHost"
$problems = @(
    Test-Call $graph "$graph/v1.0/users/$Mailbox/messages?`$top=1&`$select=id" $true
    Test-Call $graph "$graph/v1.0/users/$OtherMailbox/messages?`$top=1&`$select=id" $false
    Test-Call $graph "$graph/v1.0/users/$OtherMailbox/events?`$top=1&`$select=id" $false
    Test-Call $graph "$graph/v1.0/sites/$($SiteHost):$SitePath" $true
    Test-Call $graph "$graph/v1.0/sites/$($SiteHost):$OtherSitePath" $false
    Test-Call $sharePoint "$sharePoint$SitePath/_api/web?`$select=Id" $true
    Test-Call $sharePoint "$sharePoint$OtherSitePath/_api/web?`$select=Id" $false
)
if ($problems.Count -gt 0) { throw "The live access test failed: $($problems -join ' ')" }
Write-Host 'Passed: the other mailbox and the other site are refused.'
