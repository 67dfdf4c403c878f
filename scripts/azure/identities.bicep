// User-assigned, so that what Exchange, SharePoint and Entra granted survives a rebuilt app.
param name string
param location string
param tags object

resource runtimeIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-runtime'
  location: location
  tags: tags
}

resource setupIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-setup'
  location: location
  tags: tags
}

output runtime { id: string, clientId: string, principalId: string } = {
  id: runtimeIdentity.id
  clientId: runtimeIdentity.properties.clientId
  principalId: runtimeIdentity.properties.principalId
}

output setup { id: string, clientId: string, principalId: string } = {
  id: setupIdentity.id
  clientId: setupIdentity.properties.clientId
  principalId: setupIdentity.properties.principalId
}
