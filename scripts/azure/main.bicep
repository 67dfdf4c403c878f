// Everything that Hållbarhet M365 needs in Azure, for one resource group. Rights in Microsoft 365 are not given here: scripts/entra.
targetScope = 'resourceGroup'

@description('test or production; part of every name.')
@allowed(['test', 'production'])
param environmentName string

@description('Region. Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('SharePoint\'s host name, such as kommun.sharepoint.com.')
param siteHost string

@description('The site\'s path, such as /sites/ekologiska-hallbarhetsgruppen.')
param sitePath string

@description('Mail address of the group\'s service mailbox.')
param serviceMailbox string

@description('false: all mail goes to mailRedirectAllTo and nobody is invited.')
param mailLive bool

@description('The address that gets all mail until mailLive is true.')
param mailRedirectAllTo string

@description('Domains that may get mail, separated by comma.')
param mailAllowedDomains string

@description('Gets IT\'s mails (M12) and the alerts.')
param itAddress string

@description('Gets the registry\'s mails.')
param registryAddress string

@description('On only together with Tasks.ReadWrite.All, which covers every plan of the tenant.')
@allowed(['Off', 'On'])
param planner string = 'Off'

@description('Who carries out what Graph cannot do on the site: our REST client or PnP.Core.')
@allowed(['Rest', 'Pnp'])
param sharePointClient string = 'Rest'

@description('true stops every job; the app goes on answering.')
param jobsPaused bool = false

@description('What must be renewed and when, such as Certifikat=2027-05-01; Gruppens livslängd=2027-03-01.')
param expires string = ''

@description('Other settings of the group by their names, such as MeetingDay; see README, Setting.')
param groupSettings object = {}

@description('true attaches the setup identity, so that ProvisionWorkspace may apply. Off again when the change is done.')
param changeWindow bool = false

@description('Audience of the bearer tokens that HTTP functions accept: the application id URI.')
param apiAudience string = ''

@description('Address ranges that may call the HTTP functions, such as 192.0.2.0/24. Empty: any, with a token or key.')
param allowedAddresses string[] = []

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

var name = 'hallbarhet-${environmentName}'
var tags = { product: 'hallbarhet-m365', environment: environmentName }

module identities 'identities.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module storage 'storage.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    runtimePrincipalId: identities.outputs.runtime.principalId
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    runtimePrincipalId: identities.outputs.runtime.principalId
  }
}

module app 'app.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    storageAccountName: storage.outputs.accountName
    deploymentContainer: storage.outputs.deploymentContainer
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    runtime: identities.outputs.runtime
    setup: identities.outputs.setup
    changeWindow: changeWindow
    allowedAddresses: allowedAddresses
    groupSettings: union(groupSettings, {
      Microsoft365__SiteHost: siteHost
      Microsoft365__SitePath: sitePath
      Microsoft365__ServiceMailbox: serviceMailbox
      Microsoft365__SharePointClient: sharePointClient
      MailLive: string(mailLive)
      MailRedirectAllTo: mailRedirectAllTo
      MailAllowedDomains: mailAllowedDomains
      ItAddress: itAddress
      RegistryAddress: registryAddress
      Planner: planner
      JobsPaused: string(jobsPaused)
      Expires: expires
      ApiAudience: apiAudience
    })
  }
}

module alerts 'alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    mailAddress: itAddress
    // While the jobs are paused on purpose nobody waits for a tick.
    watchTicks: !jobsPaused
  }
}

output functionAppName string = app.outputs.functionAppName
output functionAppAddress string = app.outputs.address
output deploymentAddress string = app.outputs.deploymentAddress
output runtimeClientId string = identities.outputs.runtime.clientId
output runtimePrincipalId string = identities.outputs.runtime.principalId
output setupClientId string = identities.outputs.setup.clientId
output setupPrincipalId string = identities.outputs.setup.principalId
