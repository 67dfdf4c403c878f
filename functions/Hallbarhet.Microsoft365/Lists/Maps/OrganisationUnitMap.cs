using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class OrganisationUnitMap
{
    public static RowMap<OrganisationUnit> Map { get; } = new RowMap<OrganisationUnit>(GroupList.Organisation, "Organisation", Read)
        .Titled()
        .Keyed()
        .Choice("Kind", r => r.Kind)
        .Day("ValidFrom", r => r.ValidFrom)
        .Day("ValidTo", r => r.ValidTo)
        .Lookup("Successor", r => r.SuccessorId)
        .Text("Mailbox", r => r.Mailbox)
        .Note("Network", r => r.Network)
        .Choice("ReportProfile", r => r.ReportProfile);

    private static OrganisationUnit Read(Fields f) => new()
    {
        Kind = f.Choice<OrganisationKind>("Kind"),
        ValidFrom = f.Day("ValidFrom"),
        ValidTo = f.Day("ValidTo"),
        SuccessorId = f.Lookup("Successor"),
        Mailbox = f.Text("Mailbox"),
        Network = f.Text("Network"),
        ReportProfile = f.Choice<ReportProfile>("ReportProfile"),
    };
}
