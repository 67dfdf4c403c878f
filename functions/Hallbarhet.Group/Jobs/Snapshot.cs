using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Jobs;

/// <summary>The lists as they stood at one moment. Asking for a list that was not read is a programming error and throws.</summary>
public sealed class Snapshot
{
    private readonly Dictionary<Type, object> lists = [];

    /// <summary>What the jobs remember on the site: schema version, leases, counted failures.</summary>
    public JobMemory Memory { get; init; } = JobMemory.Empty;

    public IReadOnlyList<Meeting> Meetings => Of<Meeting>();

    public IReadOnlyList<AgendaItem> AgendaItems => Of<AgendaItem>();

    public IReadOnlyList<Initiative> Initiatives => Of<Initiative>();

    public IReadOnlyList<DecisionAction> DecisionsActions => Of<DecisionAction>();

    public IReadOnlyList<HorizonItem> HorizonItems => Of<HorizonItem>();

    public IReadOnlyList<LearningActivity> LearningActivities => Of<LearningActivity>();

    public IReadOnlyList<CommunicationItem> CommunicationItems => Of<CommunicationItem>();

    public IReadOnlyList<ReportBack> ReportBacks => Of<ReportBack>();

    public IReadOnlyList<Member> Members => Of<Member>();

    public IReadOnlyList<OrganisationUnit> Organisation => Of<OrganisationUnit>();

    public IReadOnlyList<Report> Reports => Of<Report>();

    public IReadOnlyList<Goal> Goals => Of<Goal>();

    public IReadOnlyList<PublishedRecord> PublishedRecords => Of<PublishedRecord>();

    public IReadOnlyList<MailingRow> Mailings => Of<MailingRow>();

    public Snapshot With<T>(IReadOnlyList<T> rows) where T : Row
    {
        lists[typeof(T)] = rows;
        return this;
    }

    public IReadOnlyList<T> Of<T>() where T : Row => lists.TryGetValue(typeof(T), out var rows)
        ? (IReadOnlyList<T>)rows
        : throw new InvalidOperationException($"The job did not ask for {typeof(T).Name} in its Reads.");
}
