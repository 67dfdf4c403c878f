using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Jobs;

/// <summary>Writes on a row why it is parked. Rows of the lists that only the system writes have no place for it.</summary>
internal static class ParkedRow
{
    private const string Beginning = "Systemet kom inte vidare";

    public static bool IsParked(string? message) => message?.StartsWith(Beginning, StringComparison.Ordinal) == true;

    /// <summary>When the row was last changed, by this message: only a later change is somebody's answer to it.</summary>
    public static async Task<DateTimeOffset> ShowAsync(IGroupLists lists, Row row, Failure failure, CancellationToken ct)
    {
        var text = $"{Beginning} med den här raden efter {RunJob.RunsBeforeParking} försök och väntar nu. "
                   + $"Ändra raden, eller be IT om hjälp. Felet: {failure.Message}";
        return row switch
        {
            Meeting r => await SaveAsync(r, r with { SystemMessage = text }),
            AgendaItem r => await SaveAsync(r, r with { SystemMessage = text }),
            Initiative r => await SaveAsync(r, r with { SystemMessage = text }),
            DecisionAction r => await SaveAsync(r, r with { SystemMessage = text }),
            HorizonItem r => await SaveAsync(r, r with { SystemMessage = text }),
            LearningActivity r => await SaveAsync(r, r with { SystemMessage = text }),
            CommunicationItem r => await SaveAsync(r, r with { SystemMessage = text }),
            ReportBack r => await SaveAsync(r, r with { SystemMessage = text }),
            Member r => await SaveAsync(r, r with { SystemMessage = text }),
            Report r => await SaveAsync(r, r with { Check = text }),
            _ => failure.At,
        };

        async Task<DateTimeOffset> SaveAsync<T>(T before, T after) where T : Row => (await lists.UpdateAsync(before, after, ct)).Modified;
    }
}
