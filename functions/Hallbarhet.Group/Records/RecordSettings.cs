namespace Hallbarhet.Group.Records;

/// <summary>How agendas and notes are registered and kept: the municipality's decision, so settings. The defaults are proposals.</summary>
public sealed record RecordSettings
{
    public bool RegisterAgendas { get; init; }

    public bool RegisterNotes { get; init; }

    /// <summary>Column "Bevaras/gallras" for agendas and their attachments.</summary>
    public string AgendaRetention { get; init; } = "Gallras vid inaktualitet (förslag, se dokumenthanteringsplanen)";

    /// <summary>The same for notes.</summary>
    public string NotesRetention { get; init; } = "Bevaras (förslag, se dokumenthanteringsplanen)";
}
