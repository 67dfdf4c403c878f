using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Members;

/// <summary>Who is who on a day: names, departments, who is in service, who gets which mail.</summary>
public sealed class GroupDirectory(IReadOnlyList<Member> members, IReadOnlyList<OrganisationUnit> organisation, DateOnly today)
{
    public GroupDirectory(Snapshot snapshot, DateOnly today) : this(snapshot.Members, snapshot.Organisation, today)
    {
    }

    public DateOnly Today => today;

    /// <summary>Members in service or away, not those who have left or not yet come.</summary>
    public IReadOnlyList<Member> Active { get; } = [.. members.Where(m => m.IsActive(today))];

    /// <summary>Members who are neither away nor gone.</summary>
    public IReadOnlyList<Member> InService { get; } = [.. members.Where(m => m.IsInService(today))];

    public IReadOnlyList<Member> Strategists { get; } = [.. members.Where(m => m.IsInService(today) && m.IsStrategist)];

    /// <summary>Departments and companies that are valid today.</summary>
    public IReadOnlyList<OrganisationUnit> Departments { get; } =
        [.. organisation.Where(o => o.IsValid(today) && (o.Kind is OrganisationKind.Department or OrganisationKind.Company))];

    public IReadOnlyList<OrganisationUnit> ReportingBodies { get; } =
        [.. organisation.Where(o => o.Kind == OrganisationKind.ReportingBody && o.IsValid(today))];

    public IReadOnlyList<OrganisationUnit> DepartmentsWithoutMember =>
        [.. Departments.Where(d => !Active.Any(m => m.DepartmentId == d.Id && (m.Role is Role.Regular or Role.Substitute)))];

    public Member? Of(PersonId? person) => person is null ? null : members.FirstOrDefault(m => m.Person == person);

    /// <summary>The name as it may be shown: the role for somebody who is shown as a function, null for somebody unknown.</summary>
    public string? NameOf(PersonId? person) => Of(person) is { } member ? member.ShownName : null;

    public string? UnitName(int? id) => organisation.FirstOrDefault(o => o.Id == id)?.Title;

    public OrganisationUnit? Unit(int? id) => organisation.FirstOrDefault(o => o.Id == id);

    public bool IsStrategistInService(PersonId person) => Strategists.Any(s => s.Person == person);

    /// <summary>Members in service with an address whose choice of mails allows the kind.</summary>
    public IReadOnlyList<Member> ReadersOf(MailKind kind) => [.. InService.Where(m => m.Wants(kind) && m.Address is not null)];
}

public static class MemberRules
{
    extension(Member member)
    {
        public bool IsStrategist => member.Role == Role.SustainabilityStrategist;

        /// <summary>Kommunikatör has an own mail and an own task, but is no participant of the meetings.</summary>
        public bool IsParticipant => member.Role is not null and not Role.Communicator;

        public string ShownName => member.AsFunction && member.Role is { } role ? Words.Of(role) : member.Title.Trim();

        public string FirstName => member.Title.Trim().Split(' ')[0];

        public MailAddress? Address =>
            HasUsableEmail(member.Email) ? new MailAddress(member.Title.Trim(), member.Email!.Trim()) : null;

        /// <summary>Somebody wrote an address that no mail can reach.</summary>
        public bool HasBadEmail => !string.IsNullOrWhiteSpace(member.Email) && member.Address is null;

        public bool IsActive(DateOnly on) =>
            (member.ActiveFrom is null || member.ActiveFrom <= on) && (member.ActiveTo is null || on <= member.ActiveTo);

        public bool IsAway(DateOnly on) =>
            member.AwayFrom is { } from && from <= on && (member.AwayTo is null || on <= member.AwayTo);

        public bool IsInService(DateOnly on) => member.IsActive(on) && !member.IsAway(on);

        /// <summary>
        /// "Inga" stops everything, "Dagordning och anteckningar" leaves those, their changes, and what personal data law asks for at the start.
        /// </summary>
        public bool Wants(MailKind kind) => member.IsParticipant && (member.MailChoice ?? MailChoice.All) switch
        {
            MailChoice.None => false,
            MailChoice.AgendaAndNotes => kind is MailKind.Agenda or MailKind.AfterMeeting or MailKind.Change or MailKind.Invitation
                or MailKind.Welcome,
            _ => true,
        };
    }

    /// <summary>One address and nothing else: no name, no list, no line break that would end up in a mail's header.</summary>
    private static bool HasUsableEmail(string? email) =>
        email?.Trim() is { Length: > 0 } text && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';')
        && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}
