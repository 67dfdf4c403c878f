#Requires -Version 7.6
<#
.SYNOPSIS
Gives the service's identity one mailbox, and proves that it has no other. Role: Exchange Administrator.
.DESCRIPTION
RBAC for Applications: a management scope that holds exactly the group's mailbox, and the application roles that
provisioning/permissions.json names, limited to that scope. The scope names the mailbox by its id, so a renamed mailbox keeps it
and a new mailbox under the old address does not get it; a filter on the address would match aliases as well. It takes up to two hours before the service notices.
.PARAMETER OtherMailbox
Any other mailbox; the script ends with an error if the identity may use it.
.PARAMETER TicketOnly
Prints the request in Swedish and does nothing else; needs no module and no role.
.EXAMPLE
./Grant-Exchange.ps1 -ClientId … -PrincipalId … -Mailbox hallbarhetsgruppen@kommun.example -OtherMailbox it@kommun.example -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string] $Mailbox,
    [Parameter(Mandatory)] [string] $OtherMailbox,
    [switch] $Remove,
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

$scopeName = 'Hallbarhet M365 mailbox'
$roles = @((Get-Permissions 'runtime').exchange)

function Write-ExchangeTicket {
    if ($Remove) {
        Write-Ticket 'Exchange-administratör (Exchange Administrator)' 'Ta bort Hållbarhet M365:s åtkomst till en brevlåda' @"
Hållbarhet M365 ska avvecklas. Ta bort programmets åtkomst till brevlådan $Mailbox.

Kör: ./Grant-Exchange.ps1 -ClientId $ClientId -PrincipalId $PrincipalId -Mailbox $Mailbox -OtherMailbox $OtherMailbox -Remove
Lägg först till -WhatIf för att se vad som tas bort. Brevlådan och det som ligger i den rörs inte.
"@
        return
    }
    Write-Ticket 'Exchange-administratör (Exchange Administrator)' 'Ge Hållbarhet M365 åtkomst till en enda brevlåda' @"
Tjänsten Hållbarhet M365 behöver läsa, skriva och skicka från brevlådan $Mailbox och ha sina möten i dess kalender. Den ska inte nå någon annan brevlåda.

Det som ska göras (RBAC för program i Exchange Online):
  1. Registrera programmet $ClientId (objekt-id $PrincipalId) som tjänsthuvudnamn i Exchange.
  2. Skapa omfånget "$scopeName" med enbart brevlådan.
  3. Tilldela rollerna $(($roles | ForEach-Object { "Application $_" }) -join ', ') inom omfånget.
  4. Kontrollera att brevlådan $OtherMailbox nekas.

Kör: ./Grant-Exchange.ps1 -ClientId $ClientId -PrincipalId $PrincipalId -Mailbox $Mailbox -OtherMailbox $OtherMailbox
Lägg först till -WhatIf för att se vad som skulle ändras. Skriptet kan köras flera gånger. Det kan dröja upp till två timmar innan åtkomsten gäller.

Viktigt: ge inte programmet Mail.* eller Calendars.* i Entra. Sådana behörigheter gäller alla brevlådor och upphäver begränsningen.
Så här tas det bort: samma kommando med -Remove.
"@
}

function Add-Access {
    $box = Get-EXOMailbox -Identity $Mailbox
    if (-not (Get-ServicePrincipal | Where-Object { "$($_.AppId)" -eq "$ClientId" })) {
        Invoke-Change "$ClientId" 'Register the application in Exchange' {
            New-ServicePrincipal -AppId $ClientId -ObjectId $PrincipalId -DisplayName 'Hallbarhet M365' | Out-Null
        }
    }
    $filter = "ExternalDirectoryObjectId -eq '$($box.ExternalDirectoryObjectId)'"
    $scope = Get-ManagementScope | Where-Object { $_.Name -eq $scopeName }
    if (-not $scope) {
        Invoke-Change $scopeName "Create the scope: $filter" { New-ManagementScope -Name $scopeName -RecipientRestrictionFilter $filter | Out-Null }
    }
    elseif ($scope.RecipientFilter -notlike "*'$($box.ExternalDirectoryObjectId)'*") {
        Invoke-Change $scopeName "Correct the scope: $filter" { Set-ManagementScope -Identity $scopeName -RecipientRestrictionFilter $filter | Out-Null }
    }
    foreach ($role in $roles) { Add-Role $role }
}

function Add-Role([string] $Role) {
    $assignmentName = "Hallbarhet M365 $Role"
    $existing = Get-ManagementRoleAssignment -Role "Application $Role" | Where-Object { $_.Name -eq $assignmentName }
    if ($existing -and $existing.CustomResourceScope -ne $scopeName) {
        throw "The assignment '$assignmentName' has the scope '$($existing.CustomResourceScope)'. Run the script with -Remove, then again."
    }
    if ($existing) { return }
    Invoke-Change $scopeName "Assign the role Application $Role" {
        New-ManagementRoleAssignment -Name $assignmentName -App $PrincipalId -Role "Application $Role" -CustomResourceScope $scopeName | Out-Null
    }
}

function Test-Result {
    $own = @(Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $Mailbox)
    foreach ($role in $roles) {
        if (-not ($own | Where-Object { $_.RoleName -eq "Application $role" -and "$($_.InScope)" -eq 'True' })) {
            throw "Exchange does not give Application $role on $Mailbox."
        }
    }
    $other = @(Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $OtherMailbox | Where-Object { "$($_.InScope)" -eq 'True' })
    if ($other.Count -gt 0) { throw "The identity may use $OtherMailbox too: $(($other | ForEach-Object { $_.RoleName }) -join ', '). Remove that assignment." }
    Write-Host "Proved: $Mailbox is open, $OtherMailbox is refused."
}

function Remove-Access {
    foreach ($role in $roles) {
        $assignmentName = "Hallbarhet M365 $role"
        if (Get-ManagementRoleAssignment -Role "Application $role" | Where-Object { $_.Name -eq $assignmentName }) {
            Invoke-Change $assignmentName 'Remove the role assignment' { Remove-ManagementRoleAssignment -Identity $assignmentName -Confirm:$false }
        }
    }
    if (Get-ManagementScope | Where-Object { $_.Name -eq $scopeName }) {
        Invoke-Change $scopeName 'Remove the scope' { Remove-ManagementScope -Identity $scopeName -Confirm:$false }
    }
    if (Get-ServicePrincipal | Where-Object { "$($_.AppId)" -eq "$ClientId" }) {
        Invoke-Change "$ClientId" 'Remove the application from Exchange' { Remove-ServicePrincipal -Identity $PrincipalId -Confirm:$false }
    }
}

Write-ExchangeTicket
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{ ExchangeOnlineManagement = '3.5.0' }
if (-not (Get-ConnectionInformation)) { Connect-ExchangeOnline -ShowBanner:$false }
if ($Remove) { Remove-Access }
else {
    Add-Access
    if (-not $WhatIfPreference) { Test-Result }
}
Write-Changes
