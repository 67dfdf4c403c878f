namespace Hallbarhet.Group.Jobs;

/// <summary>The lists of the workspace; a job names those it reads, so that one round trip brings them all.</summary>
[Flags]
public enum GroupList
{
    None = 0,
    Meetings = 1 << 0,
    AgendaItems = 1 << 1,
    Initiatives = 1 << 2,
    DecisionsActions = 1 << 3,
    HorizonItems = 1 << 4,
    LearningActivities = 1 << 5,
    CommunicationItems = 1 << 6,
    ReportBacks = 1 << 7,
    Members = 1 << 8,
    Organisation = 1 << 9,
    Reports = 1 << 10,
    Goals = 1 << 11,
    PublishedRecords = 1 << 12,
    Mailings = 1 << 13,
}
