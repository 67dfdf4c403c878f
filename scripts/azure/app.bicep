// The Functions app on Flex Consumption. Its settings are written here and nowhere else.
param name string
param location string
param tags object
param storageAccountName string
param deploymentContainer string
param applicationInsightsConnectionString string
param runtime { id: string, clientId: string, principalId: string }
param setup { id: string, clientId: string, principalId: string }
param changeWindow bool
param allowedAddresses string[]
param groupSettings object

// The file holds one setting for each job, NCRONTAB with seconds in UTC; a test keeps it equal to JobCatalog.
var schedules = loadJsonContent('schedules.json')

var hostSettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: runtime.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${runtime.clientId};Authorization=AAD'
  Microsoft365__SignIn: 'ManagedIdentity'
  Microsoft365__ManagedIdentityClientId: runtime.clientId
  Microsoft365__TenantId: tenant().tenantId
  // Deploy.ps1 puts it into the package, which is mounted there.
  GroupFile: '/home/site/wwwroot/group.json'
}

// Only in a change window does the app know the setup identity; without it ProvisionWorkspace plans and refuses to apply.
var windowSettings = changeWindow ? { SetupIdentityClientId: setup.clientId } : {}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${name}-${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: union({ '${runtime.id}': {} }, changeWindow ? { '${setup.id}': {} } : {})
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: runtime.id
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        // The smallest that Flex Consumption takes; the jobs' lease keeps instances from doing the same thing.
        maximumInstanceCount: 40
        instanceMemoryMB: 2048
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, i) in allowedAddresses: {
          name: 'allowed-${i}'
          ipAddress: range
          action: 'Allow'
          priority: 100 + i
        }
      ]
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(schedules, groupSettings, hostSettings, windowSettings)
  }

  // Publishing takes an Entra token, never a password.
  resource noPasswordForPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noPasswordForFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}

output functionAppName string = site.name
output address string = 'https://${site.properties.defaultHostName}'
output deploymentAddress string = 'https://${filter(site.properties.hostNameSslStates, h => h.hostType == 'Repository')[0].name}'
