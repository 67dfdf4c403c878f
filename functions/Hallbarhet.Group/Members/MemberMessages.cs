using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Members;

/// <summary>What a row in Deltagare lacks. Only the messages from here are replaced or cleared; what others wrote stays.</summary>
public static class MemberMessages
{
    private const string NoRole = "Välj roll. Utan roll räknas personen inte som deltagare och får inga utskick.";
    private const string NoEmail = "Skriv en e-postadress. Utan den kommer varken inbjudan eller utskick fram.";
    private const string BadEmail = "E-postadressen går inte att använda. Skriv en enda adress, utan namn eller tecken runt den.";
    private const string NoDepartment = "Välj förvaltning. Utan den räknas personen inte som förvaltningens deltagare.";
    private const string LeavesFirst = "Datumet Till ligger före datumet Från. Rätta datumen.";

    private static readonly Func<string, bool> IsOwn = RowMessage.StartsWith(NoRole, NoEmail, BadEmail, NoDepartment, LeavesFirst);

    /// <summary>The row with the message it should have now; those who have left are left alone.</summary>
    public static Member WithMessage(this Member member, DateOnly today)
    {
        var wanted = member.ActiveTo < today && !HasSwappedDates(member) ? null : Missing(member);
        var message = RowMessage.After(member.SystemMessage, wanted, IsOwn);
        return (message ?? "") == (member.SystemMessage ?? "") ? member : member with { SystemMessage = message };
    }

    private static string? Missing(Member member)
    {
        if (HasSwappedDates(member)) return LeavesFirst;
        if (member.Role is null) return NoRole;
        if (member.HasBadEmail) return BadEmail;
        if (member.MailChoice != MailChoice.None && string.IsNullOrWhiteSpace(member.Email)) return NoEmail;
        return member is { Role: Role.Regular or Role.Substitute, DepartmentId: null } ? NoDepartment : null;
    }

    private static bool HasSwappedDates(Member member) => member.ActiveTo < member.ActiveFrom || member.AwayTo < member.AwayFrom;
}
