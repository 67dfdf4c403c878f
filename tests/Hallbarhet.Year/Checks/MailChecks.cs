using System.Globalization;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Checks;

internal static class MailChecks
{
    public static IEnumerable<Check> All(YearEnd year)
    {
        yield return Check.That("the agenda went once to every active member, at least 4 working days before", Agendas(year));
        yield return Check.That("the after-mail went once to every active member, after approval", AfterMails(year));
        yield return Check.That("nobody who left, is away or declined mails got any", Unwanted(year));
        yield return Check.That("nothing was sent outside 08–16 on working days", OutsideHours(year));
        yield return Check.That("no mail was sent twice", Twice(year));
        yield return Check.That("every mailing has a clear outcome", year["Mailings"]
            .Where(m => m.Text("Outcome") != "Skickat").Select(m => $"{m.Text("MailKey")}: {m.Text("Outcome")}"));
        yield return Check.That("mails per role stay within the budget", Budgets(year));
    }

    /// <summary>Messages of 2026 per person, those of Exchange's calendar included, Planner's own not.</summary>
    public static IReadOnlyDictionary<string, int> PerAddress(YearEnd year) => year.Mail
        .Where(m => m.At.Year == 2026 && m.Kind != "planner")
        .SelectMany(m => m.Everybody.Distinct()).GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count());

    public static readonly IReadOnlyList<(string Role, int Budget, Func<string, bool> Is)> Roles =
    [
        ("deltagare", 40, a => Person.All.Any(p => p.Upn == a && p.Role is "Ordinarie" or "Ersättare" or "Adjungerad" && p.Upn == a)),
        ("strateg", 90, a => Person.All.Any(p => p.Upn == a && p.Role == "Hållbarhetsstrateg")),
        // One a month, and the copies of the twelve reports.
        ("registrator", 12 + 12, a => a == Founding.Registry),
        ("kommunikatör", 8, a => a == Person.Of("sara").Upn),
        ("it", 12, a => a == Founding.It),
    ];

    private static IEnumerable<string> Budgets(YearEnd year)
    {
        var counts = PerAddress(year);
        foreach (var (role, budget, isRole) in Roles)
            foreach (var (address, count) in counts.Where(c => isRole(c.Key) && c.Value > budget))
                yield return $"{role} {address}: {count} of {budget}";
        var away = Person.Of("mattias").Upn;
        var whileAway = year.Mail.Count(m => m.Kind != "planner" && m.Everybody.Contains(away) && m.Day is { Year: 2026, Month: <= 6 });
        if (whileAway > 0) yield return $"the strategist who is away got {whileAway}";
    }

    private static IEnumerable<string> Agendas(YearEnd year)
    {
        foreach (var meeting in year.Held)
        {
            var sent = Ledger(year, meeting, "M3");
            if (sent.Count != 1) yield return $"{meeting.Title}: {sent.Count} agenda mailings";
            foreach (var mailing in sent)
            {
                var day = mailing.Date("SentAt")!.Value;
                if (RedDays.Between(day, meeting.Date("StartsAt")!.Value) < 4) yield return $"{meeting.Title}: sent {day:yyyy-MM-dd}";
                foreach (var (person, count) in Got(year, meeting, day, m => m.Subject == mailing.Title))
                    if (count != 1) yield return $"{meeting.Title}, {person}: {count} agendas";
            }
        }
    }

    private static IEnumerable<string> AfterMails(YearEnd year)
    {
        foreach (var meeting in year.Held)
        {
            var sent = Ledger(year, meeting, "M4");
            if (sent.Count == 0) yield return $"{meeting.Title}: no after-mail";
            if (sent.Count == 0) continue;
            // The row keeps who approved and when, as "person|time".
            var approved = meeting.Text("NotesApproval")?.Split('|') is [_, var at, ..] ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
            if (!(approved < sent.Min(m => m.Time("SentAt")))) yield return $"{meeting.Title}: after-mail without an approval before it";
            var day = sent.Min(m => m.Date("SentAt")!.Value);
            foreach (var (person, count) in Got(year, meeting, day, m => m.Subject == sent[0].Title))
                if (count != 1) yield return $"{meeting.Title}, {person}: {count} after-mails";
        }
    }

    private static List<ListRow> Ledger(YearEnd year, ListRow meeting, string kind) =>
        [.. year["Mailings"].Where(m => m.Text("MailKind") == kind && m.Lookup("Meeting") == meeting.Id)];

    /// <summary>How many matching mails each member got who was in service on the day of sending and wants mail.</summary>
    private static IEnumerable<(string Person, int Count)> Got(YearEnd year, ListRow meeting, DateOnly day, Func<Delivery, bool> match)
    {
        var mails = year.Mail.Where(m => m.Kind == "message" && match(m)).ToList();
        foreach (var member in year["Members"].Where(m => Wants(m, day)))
            yield return (member.Title, mails.Count(m => m.Everybody.Contains(member.Text("Email")!.ToLowerInvariant())));
        if (mails.Count == 0) yield return ("everybody, " + meeting.Title, 0);
    }

    private static bool Wants(ListRow member, DateOnly on) =>
        member.Text("Email") is not null && member.Text("Role") != "Kommunikatör" && member.Text("MailChoice") != "Inga" && IsInService(member, on);

    private static bool IsInService(ListRow member, DateOnly on) =>
        (member.Date("ActiveFrom") is not { } from || from <= on) && (member.Date("ActiveTo") is not { } to || on <= to)
        && !(member.Date("AwayFrom") is { } away && away <= on && (member.Date("AwayTo") is not { } back || on <= back));

    private static IEnumerable<string> Unwanted(YearEnd year)
    {
        var members = year["Members"].Where(m => m.Text("Email") is not null).ToDictionary(m => m.Text("Email")!.ToLowerInvariant());
        foreach (var mail in year.Mail.Where(m => m.Kind is "message" or "invitation" or "update" or "welcome"))
            foreach (var address in mail.Everybody.Where(members.ContainsKey))
            {
                var member = members[address];
                if (member.Text("MailChoice") == "Inga") yield return $"{mail.Day:yyyy-MM-dd} {member.Title} wants none: {mail.Subject}";
                else if (!IsInService(member, mail.Day) && !IsNewcomersFirst(member, mail)) yield return $"{mail.Day:yyyy-MM-dd} {member.Title} is not in service: {mail.Subject}";
            }
    }

    /// <summary>Somebody who begins soon may be invited to the meetings that follow.</summary>
    private static bool IsNewcomersFirst(ListRow member, Delivery mail) =>
        mail.Kind == "invitation" && member.Date("ActiveFrom") is { } from && from > mail.Day && member.Date("ActiveTo") is null;

    private static IEnumerable<string> OutsideHours(YearEnd year) => year.Mail
        .Where(m => m.Kind is "message" or "invitation" or "update" or "cancellation")
        .Where(m => !RedDays.IsWorkingDay(m.Day) || m.At.Hour is < 8 or >= 16)
        .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.At:yyyy-MM-dd HH:mm} {m.Subject}")).Distinct();

    /// <summary>The same subject to the same person within a week, or more mails in the inboxes than the ledger knows.</summary>
    private static IEnumerable<string> Twice(YearEnd year)
    {
        var messages = year.Mail.Where(m => m.Kind == "message").ToList();
        var twice = messages.SelectMany(m => m.Everybody.Distinct().Select(a => (Address: a, m.Subject, m.Day)))
            .GroupBy(m => (m.Address, m.Subject))
            .Where(g => g.OrderBy(m => m.Day).Zip(g.OrderBy(m => m.Day).Skip(1)).Any(p => p.Second.Day.DayNumber - p.First.Day.DayNumber < 7))
            .Select(g => $"{g.Key.Address} {g.Count()} × {g.Key.Subject}");
        var sent = year["Mailings"].Count(m => m.Text("Outcome") == "Skickat");
        return twice.Concat(YearChecks.Problem(messages.Count != sent, $"{messages.Count} mails arrived, the ledger says {sent}"));
    }
}
