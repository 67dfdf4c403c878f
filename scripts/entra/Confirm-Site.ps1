#Requires -Version 7.6
<#
.SYNOPSIS
The site owner's part: is this the right group and site, does it have two owners, are the strategists members? No admin role.
.DESCRIPTION
Looks, and adds the named members. Everything else on the site is the work of plan and apply.
.PARAMETER Members
Addresses of the strategists, who must be members of the group before the first apply.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $SiteHost,
    [Parameter(Mandatory)] [string] $SitePath,
    [Parameter(Mandatory)] [string] $GroupNickname,
    [string[]] $Members = @(),
    [switch] $TicketOnly
)

. "$PSScriptRoot/Shared.ps1"

Write-Ticket 'Ägare av webbplatsen (ingen administratörsroll behövs)' 'Bekräfta webbplatsen för Ekologiska hållbarhetsgruppen' @"
Hållbarhet M365 ska bygga listor, bibliotek, sidor och meny på https://$SiteHost$SitePath och sedan arbeta där åt gruppen $GroupNickname.

Bekräfta att
  1. det är rätt webbplats och rätt grupp, och att gruppen är privat
  2. gruppen har minst två ägare, så att den inte blir utan när någon slutar
  3. hållbarhetsstrategerna är medlemmar: $(if ($Members) { $Members -join ', ' } else { '(fyll i)' })
  4. den gemensamma brevlådan har en utsedd ansvarig som läser den: det som kommer dit kan vara allmänna handlingar.

Kör: ./Confirm-Site.ps1 -SiteHost $SiteHost -SitePath $SitePath -GroupNickname $GroupNickname$(if ($Members) { " -Members $($Members -join ', ')" })
Skriptet kontrollerar 1–3, lägger till de medlemmar som saknas och visar om gruppen har ett slutdatum.
"@
if ($TicketOnly) { return }
Assert-Prerequisites -Modules @{
    'Microsoft.Graph.Authentication' = '2.25.0'; 'Microsoft.Graph.Groups' = '2.25.0'; 'Microsoft.Graph.Sites' = '2.25.0'; 'Microsoft.Graph.Users' = '2.25.0'
}
Connect-Graph -Scopes 'GroupMember.ReadWrite.All', 'User.ReadBasic.All', 'Sites.Read.All'

$site = Get-Site $SiteHost $SitePath
$group = @(Get-MgGroup -Filter "mailNickname eq '$GroupNickname'" -Property Id, DisplayName, Visibility, ExpirationDateTime)
if ($group.Count -ne 1) { throw "There are $($group.Count) groups with the nickname $GroupNickname." }
$group = $group[0]
Write-Host "Site:  $($site.WebUrl)`nGroup: $($group.DisplayName)"

$problems = @(
    if ($group.Visibility -ne 'Private') { "The group is $($group.Visibility); it should be Private." }
    if (@(Get-MgGroupOwner -GroupId $group.Id -All).Count -lt 2) { 'The group has fewer than two owners.' }
)
$known = @(Get-MgGroupMember -GroupId $group.Id -All | ForEach-Object { $_.Id })
foreach ($address in $Members) {
    $user = Get-MgUser -UserId $address
    if ($user.Id -in $known) { continue }
    Invoke-Change $group.DisplayName "Add $address as a member" { New-MgGroupMember -GroupId $group.Id -DirectoryObjectId $user.Id }
}
if ($group.ExpirationDateTime) { Write-Host "For the calendar of what expires: Gruppens livslängd=$($group.ExpirationDateTime.ToString('yyyy-MM-dd'))" }
Write-Changes
if ($problems.Count -gt 0) { throw ($problems -join ' ') }
