// Four things that IT must hear of. Each query lies beside this file and is held against the product's log messages by a test.
param name string
param location string
param tags object
param workspaceId string
param mailAddress string
param watchTicks bool

var rules = [
  {
    key: 'job-failed'
    title: 'Hållbarhet M365: ett jobb misslyckades'
    description: 'A job, or one item of it, failed, or a message went to the poison queue. docs/operations.md, Read the logs.'
    query: loadTextContent('alerts/job-failed.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    enabled: true
  }
  {
    key: 'no-tick'
    title: 'Hållbarhet M365: inget jobb har startat'
    description: 'No job has ticked for an hour of working time: the app is stopped, or its telemetry does not arrive.'
    query: loadTextContent('alerts/no-tick.kql')
    severity: 1
    every: 'PT30M'
    window: 'PT1H'
    enabled: watchTicks
  }
  {
    key: 'mailing-unknown'
    title: 'Hållbarhet M365: oklart om ett utskick skickades'
    description: 'A mailing was marked Oklart. It is never sent again by itself: somebody looks in Sent Items.'
    query: loadTextContent('alerts/mailing-unknown.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    enabled: true
  }
  {
    key: 'drift-found'
    title: 'Hållbarhet M365: arbetsrummet avviker'
    description: 'The monthly check found managed properties that differ from the definition.'
    query: loadTextContent('alerts/drift-found.kql')
    severity: 3
    every: 'PT1H'
    window: 'PT1H'
    enabled: true
  }
]

resource recipients 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'hallbarhet'
    enabled: true
    emailReceivers: [
      { name: 'it', emailAddress: mailAddress, useCommonAlertSchema: true }
    ]
  }
}

resource alertRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.key}'
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: rule.enabled
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.window
      autoMitigate: true
      // A new workspace does not know the tables before the first record has come; the names are held by a test instead.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [recipients.id] }
    }
  }
]
