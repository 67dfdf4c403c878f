// Example values: replace what belongs to the municipality. No secrets stand here, and none are needed.
using 'main.bicep'

param environmentName = 'production'
param siteHost = 'kommun.sharepoint.com'
param sitePath = '/sites/ekologiska-hallbarhetsgruppen'
param serviceMailbox = 'hallbarhetsgruppen@kommun.example'
// Stays false at the first start; mail goes live when the strategists have seen what it writes.
param mailLive = false
param mailRedirectAllTo = 'it@kommun.example'
param mailAllowedDomains = 'kommun.example'
param itAddress = 'it@kommun.example'
param registryAddress = 'registrator@kommun.example'
param planner = 'Off'
param expires = ''
param logRetentionDays = 90
param groupSettings = {
  GroupName: 'Ekologiska hållbarhetsgruppen'
  MeetingsPerYear: '8'
  MeetingDay: 'Thursday'
  MeetingStart: '13:00'
  MeetingEnd: '15:00'
  MeetingPlace: 'Stadshuset, sammanträdesrum'
  Rotation: 'Term'
  AgendaDaysBefore: '5'
  ApprovalsNeeded: '1'
  CaseNumberRequired: 'false'
  RegisterReports: 'true'
  MailsPerHour: '60'
}
