using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.ChairRotation;

/// <summary>A meeting that has or had a chair.</summary>
public readonly record struct ChairedMeeting(DateOnly Date, PersonId Chair);

/// <summary>
/// The strategists take turns as chair, a turn being a meeting, a term or a year. Whoever is in service and had a turn longest ago
/// is next, so that somebody who was away takes the turn after returning. A swap of single meetings does not change whose turn it is.
/// </summary>
public static class Rotation
{
    /// <summary>Null when no strategist with an account is in service on the date.</summary>
    /// <param name="others">All other meetings with a chair, held or coming, but not the cancelled ones.</param>
    public static PersonId? ChairFor(
        DateOnly date, RotationPeriod period, IReadOnlyList<Member> members, IReadOnlyCollection<ChairedMeeting> others)
    {
        var candidates = InService(members, date);
        var turns = others.GroupBy(m => TurnOf(m.Date, period)).ToDictionary(g => g.Key, Holder);
        var turn = TurnOf(date, period);
        if (turns.TryGetValue(turn, out var holder) && candidates.Contains(holder)) return holder;
        return Next(candidates, turns.Where(t => t.Key < turn).Select(t => (t.Key, t.Value)));
    }

    /// <summary>Another strategist than the chair; null when there is none, then the note-taker is chosen at the meeting.</summary>
    public static PersonId? NoteTakerFor(
        DateOnly date, PersonId? chair, IReadOnlyList<Member> members, IReadOnlyCollection<ChairedMeeting> others) =>
        Next(
            [.. InService(members, date).Where(c => c != chair)],
            others.Where(m => m.Date < date).Select(m => (m.Date.DayNumber, m.Chair)));

    /// <summary>A number that grows with time and is the same for all meetings of a turn.</summary>
    public static int TurnOf(DateOnly date, RotationPeriod period) => period switch
    {
        RotationPeriod.Meeting => date.DayNumber,
        RotationPeriod.Term => date.Year * 2 + (date.Month <= 6 ? 0 : 1),
        _ => date.Year,
    };

    /// <summary>Who chaired most of the turn's meetings, the earliest deciding a tie.</summary>
    private static PersonId Holder(IEnumerable<ChairedMeeting> turn) =>
        turn.GroupBy(m => m.Chair).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(m => m.Date)).First().Key;

    private static PersonId? Next(IReadOnlyList<PersonId> candidates, IEnumerable<(int At, PersonId Who)> past)
    {
        var last = past.GroupBy(t => t.Who).ToDictionary(g => g.Key, g => g.Max(t => t.At));
        return candidates.Count == 0 ? null : candidates.MinBy(c => last.GetValueOrDefault(c, int.MinValue));
    }

    /// <summary>In the order of the list Deltagare, which decides who begins.</summary>
    private static IReadOnlyList<PersonId> InService(IReadOnlyList<Member> members, DateOnly date) =>
    [
        .. members.Where(m => m.IsStrategist && m.IsInService(date)).OrderBy(m => m.Id).Select(m => m.Person).OfType<PersonId>().Distinct(),
    ];
}
