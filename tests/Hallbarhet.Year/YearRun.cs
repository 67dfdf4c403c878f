using System.Net.NetworkInformation;
using Hallbarhet.LocalTenant;
using Hallbarhet.SelfHost;
using Hallbarhet.Year.Acts;
using Hallbarhet.Year.Checks;
using Hallbarhet.Year.Output;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;
using Hallbarhet.Year.Trials;

namespace Hallbarhet.Year;

/// <summary>
/// The group's year from nothing: a tenant, the workspace applied to it, people who work in its lists, and the service that follows.
/// Runs into January 2027, until the fourth quarter's reports are out.
/// </summary>
public sealed class YearRun(YearOptions options, Action<string> tell)
{
    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly DateOnly LastCounted = new(2026, 12, 31);
    private static readonly DateOnly Last = new(2027, 2, 12);

    /// <summary>ISO week 12, with notes waiting to be published.</summary>
    private static readonly (DateOnly From, DateOnly To) Standstill = (new(2026, 3, 16), new(2026, 3, 20));

    private readonly IAct[] acts =
    [
        new AcceptDates(), new FillLists(), new ChangeMembers(), new Surprises(), new ProposeItems(), new TellStatus(), new ScanHorizon(),
        new PrepareAgenda(), new AnswerInvitations(), new HoldMeeting(), new WriteNotes(), new FollowUp(options.PlannerOn), new ReportBack(),
        new WriteReports(), new LearnAndTell(),
    ];

    private readonly ReportWatch reports = new();

    public async Task<YearResult> RunAsync(CancellationToken ct)
    {
        if (options.Year != 2026) throw new ArgumentException($"There is content for 2026 only, not for {options.Year}.");
        var timings = new Timings();
        await using var tenant = await LocalTenantServer.StartAsync(new LocalTenantOptions
        {
            Url = TenantAddress(),
            Seed = options.Seed,
            CaptureFile = options.Capture,
            FaultsFile = options.Faults,
        }, ct);
        using var stage = new Stage(tenant.Address, new Content());
        timings.Lap("tenant");

        var secondPlan = await ProvisionAsync(stage, ct);
        timings.Lap("provision");
        await Grants.GiveAsync(stage, options.PlannerOn);
        await using var service = await Service.StartAsync(stage.Tenant, options.PlannerOn);
        var clockwork = new Clockwork(service.Http, stage);
        await LiveAsync(stage, clockwork, ct);
        timings.Lap("year");
        var days = await stage.TenantAsync("days");

        var end = await YearEnd.ReadAsync(stage, clockwork, reports, secondPlan);
        timings.Lap("read back");
        var checks = YearChecks.All(end);
        if (options.Faults is null) checks.AddRange(YearChecks.Undisturbed(end));
        checks.Add(await Grants.CheckAsync(stage));
        checks.Add(await TakenOut.TryAsync(stage, options));
        checks.AddRange(await TwoInstances.TryAsync(stage, options, ct));
        checks.AddRange(await PlannerOff.TryAsync(stage));
        timings.Lap("trials");
        var result = new YearResult(end, checks, days, options, timings);
        await result.WriteAsync(stage, ct);
        if (options.Keep) await KeepAsync(stage, clockwork, ct);
        return result;
    }

    /// <summary>Links into the tenant stand in mails and documents, so two runs are alike only at the same address: 5180 unless it is taken.</summary>
    private static string TenantAddress()
    {
        const int Usual = 5180;
        var isTaken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == Usual);
        return $"http://127.0.0.1:{(isTaken ? 0 : Usual)}";
    }

    private static async Task<int> ProvisionAsync(Stage stage, CancellationToken ct)
    {
        await stage.SetClockAsync(Stage.At(First, 8));
        await Founding.BuildAsync(stage);
        var changes = await Workspace.ApplyTwiceAsync(stage.Tenant, ct);
        await Workspace.FindAsync(stage);
        return changes;
    }

    private async Task LiveAsync(Stage stage, Clockwork clockwork, CancellationToken ct)
    {
        for (var date = First; date <= Last; date = date.AddDays(1))
        {
            ct.ThrowIfCancellationRequested();
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            if (date.Day == 1 || date.AddDays(-1).DayOfWeek == DayOfWeek.Sunday && date.Day is 2 or 3) tell($"  {date:yyyy-MM}");
            if (date > LastCounted && date.Day > 15 && await AllReportsSentAsync(stage)) return;
            await LiveDayAsync(stage, clockwork, date);
        }
    }

    private async Task LiveDayAsync(Stage stage, Clockwork clockwork, DateOnly date)
    {
        var ticking = date < Standstill.From || date > Standstill.To;
        var (actsBefore, jobsBefore) = (stage.ActsDone, clockwork.ThingsDone);
        await TickAsync(8, 10);
        await stage.SetClockAsync(Stage.At(date, 9));
        var (before, pressed) = (stage.ActsDone, stage.ButtonsPressed);
        if (RedDays.IsWorkingDay(date))
        {
            var day = await Day.DawnAsync(stage);
            foreach (var act in acts) await PlayAsync(act, stage, day);
            if (stage.ButtonsPressed > pressed) await TickAsync(9, 10);
            before = stage.ActsDone;
            await PrepareAgenda.ChangeMindAsync(stage, day);
            if (stage.ActsDone > before || day.Meetings.Any(m => m.ItemsDue == date)) await TickAsync(9, 25);
        }

        // On a day on which nothing happened the afternoon would find what the morning found.
        if (stage.ActsDone > actsBefore || clockwork.ThingsDone > jobsBefore) await TickAsync(14, 40);

        async Task TickAsync(int hour, int minute)
        {
            await stage.SetClockAsync(Stage.At(date, hour, minute));
            if (!ticking) return;
            await clockwork.TickAsync(twice: options.Faults is null);
            await reports.LookAsync(stage);
        }
    }

    /// <summary>What somebody was refused does not end the year; it is what one of the checks tells.</summary>
    private static async Task PlayAsync(IAct act, Stage stage, Day day)
    {
        try
        {
            await act.PlayAsync(stage, day);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or KeyNotFoundException)
        {
            stage.Mishaps.Add($"{day.Date:yyyy-MM-dd} {act.GetType().Name}: {e.Message}");
        }
    }

    private static async Task<bool> AllReportsSentAsync(Stage stage)
    {
        var rows = await stage.Site.RowsAsync(await stage.AsAsync("karin"), "Reports");
        return rows.Where(r => r.Date("PeriodTo")?.Year == 2026).All(r => r.Text("ReportStatus") is "Skickad" or "Utgår");
    }

    private async Task KeepAsync(Stage stage, Clockwork clockwork, CancellationToken ct)
    {
        tell($"Look around at {stage.Tenant} until Ctrl+C. The service goes on working there.");
        await new LiveOn(stage, clockwork).RunAsync(ct);
    }
}
