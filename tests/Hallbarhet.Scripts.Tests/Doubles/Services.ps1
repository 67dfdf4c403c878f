# The commands of Az, Microsoft.Graph and ExchangeOnlineManagement that the scripts use, with the parameters that they use, as
# documented. Each binds strictly, so that a parameter that the real command lacks fails here, and hands the call to the test's cloud.

function Connect-MgGraph { [CmdletBinding()] param([string[]] $Scopes, [switch] $NoWelcome) Write-Found ($Cloud.Call('Connect-MgGraph', $PSBoundParameters)) }
function Get-MgContext { [CmdletBinding()] param() Write-Found ($Cloud.Call('Get-MgContext', $PSBoundParameters)) }
function Get-MgServicePrincipal { [CmdletBinding()] param([string] $ServicePrincipalId, [string] $Filter) Write-Found ($Cloud.Call('Get-MgServicePrincipal', $PSBoundParameters)) }
function New-MgServicePrincipal { [CmdletBinding()] param([string] $AppId) Write-Found ($Cloud.Call('New-MgServicePrincipal', $PSBoundParameters)) }
function Get-MgServicePrincipalAppRoleAssignment { [CmdletBinding()] param([string] $ServicePrincipalId, [switch] $All) Write-Found ($Cloud.Call('Get-MgServicePrincipalAppRoleAssignment', $PSBoundParameters)) }
function New-MgServicePrincipalAppRoleAssignment { [CmdletBinding()] param([string] $ServicePrincipalId, [string] $PrincipalId, [string] $ResourceId, [string] $AppRoleId) Write-Found ($Cloud.Call('New-MgServicePrincipalAppRoleAssignment', $PSBoundParameters)) }
function Remove-MgServicePrincipalAppRoleAssignment { [CmdletBinding()] param([string] $ServicePrincipalId, [string] $AppRoleAssignmentId) Write-Found ($Cloud.Call('Remove-MgServicePrincipalAppRoleAssignment', $PSBoundParameters)) }
function Get-MgApplication { [CmdletBinding()] param([string] $Filter) Write-Found ($Cloud.Call('Get-MgApplication', $PSBoundParameters)) }
function New-MgApplication { [CmdletBinding()] param([string] $DisplayName, [string] $SignInAudience, [object[]] $AppRoles, [hashtable] $Api) Write-Found ($Cloud.Call('New-MgApplication', $PSBoundParameters)) }
function Update-MgApplication { [CmdletBinding()] param([string] $ApplicationId, [object[]] $KeyCredentials, [string[]] $IdentifierUris) Write-Found ($Cloud.Call('Update-MgApplication', $PSBoundParameters)) }
function Remove-MgApplication { [CmdletBinding()] param([string] $ApplicationId) Write-Found ($Cloud.Call('Remove-MgApplication', $PSBoundParameters)) }
function Get-MgServicePrincipalAppRoleAssignedTo { [CmdletBinding()] param([string] $ServicePrincipalId, [switch] $All) Write-Found ($Cloud.Call('Get-MgServicePrincipalAppRoleAssignedTo', $PSBoundParameters)) }
function New-MgServicePrincipalAppRoleAssignedTo { [CmdletBinding()] param([string] $ServicePrincipalId, [string] $PrincipalId, [string] $ResourceId, [string] $AppRoleId) Write-Found ($Cloud.Call('New-MgServicePrincipalAppRoleAssignedTo', $PSBoundParameters)) }
function Get-MgSite { [CmdletBinding()] param([string] $SiteId) Write-Found ($Cloud.Call('Get-MgSite', $PSBoundParameters)) }
function Get-MgSitePermission { [CmdletBinding()] param([string] $SiteId, [string] $PermissionId, [switch] $All) Write-Found ($Cloud.Call('Get-MgSitePermission', $PSBoundParameters)) }
function New-MgSitePermission { [CmdletBinding()] param([string] $SiteId, [hashtable] $BodyParameter) Write-Found ($Cloud.Call('New-MgSitePermission', $PSBoundParameters)) }
function Update-MgSitePermission { [CmdletBinding()] param([string] $SiteId, [string] $PermissionId, [string[]] $Roles) Write-Found ($Cloud.Call('Update-MgSitePermission', $PSBoundParameters)) }
function Remove-MgSitePermission { [CmdletBinding()] param([string] $SiteId, [string] $PermissionId) Write-Found ($Cloud.Call('Remove-MgSitePermission', $PSBoundParameters)) }
function Get-MgGroup { [CmdletBinding()] param([string] $Filter, [string[]] $Property) Write-Found ($Cloud.Call('Get-MgGroup', $PSBoundParameters)) }
function Get-MgGroupOwner { [CmdletBinding()] param([string] $GroupId, [switch] $All) Write-Found ($Cloud.Call('Get-MgGroupOwner', $PSBoundParameters)) }
function Get-MgGroupMember { [CmdletBinding()] param([string] $GroupId, [switch] $All) Write-Found ($Cloud.Call('Get-MgGroupMember', $PSBoundParameters)) }
function New-MgGroupMember { [CmdletBinding()] param([string] $GroupId, [string] $DirectoryObjectId) Write-Found ($Cloud.Call('New-MgGroupMember', $PSBoundParameters)) }
function Get-MgUser { [CmdletBinding()] param([string] $UserId) Write-Found ($Cloud.Call('Get-MgUser', $PSBoundParameters)) }

function Connect-ExchangeOnline { [CmdletBinding()] param([switch] $ShowBanner) Write-Found ($Cloud.Call('Connect-ExchangeOnline', $PSBoundParameters)) }
function Get-ConnectionInformation { [CmdletBinding()] param() Write-Found ($Cloud.Call('Get-ConnectionInformation', $PSBoundParameters)) }
function Get-EXOMailbox { [CmdletBinding()] param([string] $Identity) Write-Found ($Cloud.Call('Get-EXOMailbox', $PSBoundParameters)) }
function Get-ServicePrincipal { [CmdletBinding()] param() Write-Found ($Cloud.Call('Get-ServicePrincipal', $PSBoundParameters)) }
function New-ServicePrincipal { [CmdletBinding()] param([string] $AppId, [string] $ObjectId, [string] $DisplayName) Write-Found ($Cloud.Call('New-ServicePrincipal', $PSBoundParameters)) }
function Remove-ServicePrincipal { [CmdletBinding(SupportsShouldProcess)] param([string] $Identity) Write-Found ($Cloud.Call('Remove-ServicePrincipal', $PSBoundParameters)) }
function Get-ManagementScope { [CmdletBinding()] param() Write-Found ($Cloud.Call('Get-ManagementScope', $PSBoundParameters)) }
function New-ManagementScope { [CmdletBinding()] param([string] $Name, [string] $RecipientRestrictionFilter) Write-Found ($Cloud.Call('New-ManagementScope', $PSBoundParameters)) }
function Set-ManagementScope { [CmdletBinding()] param([string] $Identity, [string] $RecipientRestrictionFilter) Write-Found ($Cloud.Call('Set-ManagementScope', $PSBoundParameters)) }
function Remove-ManagementScope { [CmdletBinding(SupportsShouldProcess)] param([string] $Identity) Write-Found ($Cloud.Call('Remove-ManagementScope', $PSBoundParameters)) }
function Get-ManagementRoleAssignment { [CmdletBinding()] param([string] $Role) Write-Found ($Cloud.Call('Get-ManagementRoleAssignment', $PSBoundParameters)) }
function New-ManagementRoleAssignment { [CmdletBinding()] param([string] $Name, [string] $App, [string] $Role, [string] $CustomResourceScope) Write-Found ($Cloud.Call('New-ManagementRoleAssignment', $PSBoundParameters)) }
function Remove-ManagementRoleAssignment { [CmdletBinding(SupportsShouldProcess)] param([string] $Identity) Write-Found ($Cloud.Call('Remove-ManagementRoleAssignment', $PSBoundParameters)) }
function Test-ServicePrincipalAuthorization { [CmdletBinding()] param([string] $Identity, [string] $Resource) Write-Found ($Cloud.Call('Test-ServicePrincipalAuthorization', $PSBoundParameters)) }

function Connect-AzAccount { [CmdletBinding()] param([switch] $Identity, [string] $AccountId, [switch] $ServicePrincipal, [string] $ApplicationId, [string] $Tenant, [string] $CertificatePath) Write-Found ($Cloud.Call('Connect-AzAccount', $PSBoundParameters)) }
function Get-AzContext { [CmdletBinding()] param() Write-Found ($Cloud.Call('Get-AzContext', $PSBoundParameters)) }
function Set-AzContext { [CmdletBinding()] param([string] $Subscription) Write-Found ($Cloud.Call('Set-AzContext', $PSBoundParameters)) }
function Get-AzAccessToken { [CmdletBinding()] param([string] $ResourceUrl, [switch] $AsSecureString) Write-Found ($Cloud.Call('Get-AzAccessToken', $PSBoundParameters)) }
function Invoke-AzRestMethod { [CmdletBinding()] param([string] $Method, [string] $Path) Write-Found ($Cloud.Call('Invoke-AzRestMethod', $PSBoundParameters)) }
function Get-AzResourceProvider { [CmdletBinding()] param([string] $ProviderNamespace) Write-Found ($Cloud.Call('Get-AzResourceProvider', $PSBoundParameters)) }
function Register-AzResourceProvider { [CmdletBinding()] param([string] $ProviderNamespace) Write-Found ($Cloud.Call('Register-AzResourceProvider', $PSBoundParameters)) }
function Get-AzResourceGroup { [CmdletBinding()] param([string] $Name) Write-Found ($Cloud.Call('Get-AzResourceGroup', $PSBoundParameters)) }
function New-AzResourceGroup { [CmdletBinding()] param([string] $Name, [string] $Location, [hashtable] $Tag) Write-Found ($Cloud.Call('New-AzResourceGroup', $PSBoundParameters)) }
function Remove-AzResourceGroup { [CmdletBinding()] param([string] $Name, [switch] $Force) Write-Found ($Cloud.Call('Remove-AzResourceGroup', $PSBoundParameters)) }
function Get-AzRoleAssignment { [CmdletBinding()] param([string] $ObjectId, [string] $ResourceGroupName, [string] $RoleDefinitionName) Write-Found ($Cloud.Call('Get-AzRoleAssignment', $PSBoundParameters)) }
function New-AzRoleAssignment { [CmdletBinding()] param([string] $ObjectId, [string] $ResourceGroupName, [string] $RoleDefinitionName, [string] $Condition, [string] $ConditionVersion) Write-Found ($Cloud.Call('New-AzRoleAssignment', $PSBoundParameters)) }
function Remove-AzRoleAssignment { [CmdletBinding()] param([string] $ObjectId, [string] $ResourceGroupName, [string] $RoleDefinitionName) Write-Found ($Cloud.Call('Remove-AzRoleAssignment', $PSBoundParameters)) }
function Get-AzResourceGroupDeploymentWhatIfResult { [CmdletBinding()] param([string] $ResourceGroupName, [string] $TemplateFile, [string] $TemplateParameterFile) Write-Found ($Cloud.Call('Get-AzResourceGroupDeploymentWhatIfResult', $PSBoundParameters)) }
function New-AzResourceGroupDeployment { [CmdletBinding()] param([string] $Name, [string] $ResourceGroupName, [string] $TemplateFile, [string] $TemplateParameterFile) Write-Found ($Cloud.Call('New-AzResourceGroupDeployment', $PSBoundParameters)) }
function Get-AzResourceGroupDeployment { [CmdletBinding()] param([string] $ResourceGroupName, [string] $Name) Write-Found ($Cloud.Call('Get-AzResourceGroupDeployment', $PSBoundParameters)) }
function Update-AzTag { [CmdletBinding()] param([string] $ResourceId, [hashtable] $Tag, [string] $Operation) Write-Found ($Cloud.Call('Update-AzTag', $PSBoundParameters)) }
function Get-AzFunctionApp { [CmdletBinding()] param([string] $Name, [string] $ResourceGroupName) Write-Found ($Cloud.Call('Get-AzFunctionApp', $PSBoundParameters)) }
function Stop-AzFunctionApp { [CmdletBinding()] param([string] $Name, [string] $ResourceGroupName, [switch] $Force) Write-Found ($Cloud.Call('Stop-AzFunctionApp', $PSBoundParameters)) }
function Get-AzFunctionAppSetting { [CmdletBinding()] param([string] $Name, [string] $ResourceGroupName) Write-Found ($Cloud.Call('Get-AzFunctionAppSetting', $PSBoundParameters)) }
function Update-AzFunctionAppSetting { [CmdletBinding()] param([string] $Name, [string] $ResourceGroupName, [hashtable] $AppSetting, [switch] $Force) Write-Found ($Cloud.Call('Update-AzFunctionAppSetting', $PSBoundParameters)) }
