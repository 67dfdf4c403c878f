using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// Personal data whose end date has come: guests' names with the rows' earlier versions, and the addresses of old mailings. The note
/// stands from before the first step until after the last one, so that a run that was cut off is finished.
/// </summary>
internal sealed class PersonalDataDue(IGroupLists lists, IJobMemory memory)
{
    private const int MonthsKept = 12;

    public IReadOnlyList<DueWork> Find(Snapshot snapshot, DateTimeOffset now)
    {
        var today = Stockholm.Date(now);
        List<DueWork> due =
        [
            .. snapshot.LearningActivities
                .Where(l => IsDue(l, snapshot, today))
                .Select(l => Forget(l, l with { Guest = null, SystemMessage = LearningProblems.MessageFor(l, now) })),
            .. snapshot.Meetings
                .Where(m => (HasText(m.Guests) && m.HasTime && m.Date.AddMonths(MonthsKept) < today) || IsNoted(m, snapshot))
                .Select(m => Forget(m, m with { Guests = null })),
        ];
        var old = snapshot.Mailings
            .Where(m => HasText(m.Recipients) && Stockholm.Date(m.SentAt ?? m.Created).AddMonths(MonthsKept) < today)
            .ToList();
        if (old.Count > 0) due.Add(new("Mailings/recipients", ct => ClearAsync(old, ct)));
        return due;
    }

    public static bool IsDue(LearningActivity activity, Snapshot snapshot, DateOnly today) =>
        (HasText(activity.Guest) && EndOf(activity) < today) || IsNoted(activity, snapshot);

    /// <summary>Without a date of its own a guest's name is kept as long as everything else.</summary>
    private static DateOnly? EndOf(LearningActivity activity) =>
        activity.GuestUntil ?? (activity.HeldAt is { } at ? Stockholm.Date(at).AddMonths(MonthsKept) : null);

    private DueWork Forget<T>(T row, T without) where T : Row => new($"Forget/{row.Name}", async ct =>
    {
        await memory.NoteAsync(NoteOf(row), "due", ct);
        await lists.UpdateAsync(row, without, ct);
        await lists.ForgetVersionsAsync<T>(row.Id, ct);
        await memory.NoteAsync(NoteOf(row), null, ct);
    })
    { About = row };

    private async Task ClearAsync(IReadOnlyList<MailingRow> old, CancellationToken ct)
    {
        await lists.UpdateAsync<MailingRow>([.. old.Select(m => (m, m with { Recipients = null }))], ct);
        foreach (var row in old) await lists.ForgetVersionsAsync<MailingRow>(row.Id, ct);
    }

    private static bool IsNoted(Row row, Snapshot snapshot) => snapshot.Memory.Notes.ContainsKey(NoteOf(row));

    private static string NoteOf(Row row) => $"Housekeeping/forget/{row.Name}";

    private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);
}
