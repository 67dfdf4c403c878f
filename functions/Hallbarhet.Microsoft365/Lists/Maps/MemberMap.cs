using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class MemberMap
{
    public static RowMap<Member> Map { get; } = new RowMap<Member>(GroupList.Members, "Members", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Person("Person", r => r.Person)
        .Text("Email", r => r.Email)
        .Lookup("Department", r => r.DepartmentId)
        .Choice("Role", r => r.Role)
        .Day("ActiveFrom", r => r.ActiveFrom)
        .Day("ActiveTo", r => r.ActiveTo)
        .Day("AwayFrom", r => r.AwayFrom)
        .Day("AwayTo", r => r.AwayTo)
        .Choice("MailChoice", r => r.MailChoice)
        .YesNo("AsFunction", r => r.AsFunction);

    private static Member Read(Fields f) => new()
    {
        Person = f.Person("Person"),
        Email = f.Text("Email"),
        DepartmentId = f.Lookup("Department"),
        Role = f.Choice<Role>("Role"),
        ActiveFrom = f.Day("ActiveFrom"),
        ActiveTo = f.Day("ActiveTo"),
        AwayFrom = f.Day("AwayFrom"),
        AwayTo = f.Day("AwayTo"),
        MailChoice = f.Choice<MailChoice>("MailChoice"),
        AsFunction = f.YesNo("AsFunction"),
    };
}
