namespace Hallbarhet.LocalTenant;

/// <summary>How a local tenant is started.</summary>
public sealed record LocalTenantOptions
{
    /// <summary>Address to listen on; port 0 takes a free one. Loopback only.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>True: nothing listens, and the tenant is reached through <see cref="LocalTenantServer.CreateHandler"/> alone.</summary>
    public bool InMemory { get; init; }

    /// <summary>Makes ids repeatable.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>The tenant's own time at the start; without an offset it is UTC.</summary>
    public string Now { get; init; } = "2026-01-05T08:00:00Z";

    /// <summary>JSON Lines file that every exchange is written to; null captures nothing.</summary>
    public string? CaptureFile { get; init; }

    /// <summary>Fault script to start with.</summary>
    public string? FaultsFile { get; init; }

    /// <summary>Folder that what was written is kept in and restored from; null keeps nothing.</summary>
    public string? StateDir { get; init; }

    /// <summary>Whether <c>content?format=pdf</c> converts (LibreOffice needed) or answers 501.</summary>
    public bool PdfConversion { get; init; } = true;

    /// <summary>Wire time between sending a mail and its copy being found in Sent Items; meanwhile it is found nowhere.</summary>
    public TimeSpan SentCopyDelay { get; init; }

    /// <summary>Wire time between creating a group and its site being found.</summary>
    public TimeSpan SiteCreationDelay { get; init; }

    /// <summary>The wall clock that tokens, sessions and links expire by.</summary>
    public TimeProvider Wire { get; init; } = TimeProvider.System;

    /// <summary>Principal name of the only mailbox that the runtime identity may use; null: none until it is set.</summary>
    public string? RuntimeMailbox { get; init; }
}
