using Hallbarhet.LocalTenant.Calendar;
using Hallbarhet.LocalTenant.Clock;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Mail;
using Hallbarhet.LocalTenant.Planner;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant;

/// <summary>Everything the tenant knows. Handlers run one at a time under <see cref="Gate"/>, which makes each call atomic.</summary>
internal sealed class TenantState
{
    public TenantState(LocalTenantOptions options, TimeProvider wire)
    {
        Options = options;
        Wire = wire;
        Clock = new(TenantClock.Parse(options.Now));
        Ids = new(options.Seed);
        Tokens = new(wire);
        Applications = new(options.RuntimeMailbox);
        Access = new(this);
        Users = new(this);
        Groups = new(this);
        Sites = new(this);
        Planner = new(this);
        Mailboxes = new(this);
        Events = new(this);
        Deliveries = new(this);
        Handouts = new(this);
    }

    /// <summary>Host name in site ids, as a real tenant's SharePoint has one.</summary>
    public const string SharePointHost = "trollhattanexempel.sharepoint.com";

    public Lock Gate { get; } = new();

    public LocalTenantOptions Options { get; }

    public TimeProvider Wire { get; }

    public TenantClock Clock { get; }

    public SeededIds Ids { get; }

    public TokenDesk Tokens { get; }

    public Applications Applications { get; }

    public Access Access { get; }

    public UserStore Users { get; }

    public GroupStore Groups { get; }

    public SiteStore Sites { get; }

    public PlannerStore Planner { get; }

    public MailboxStore Mailboxes { get; }

    public EventStore Events { get; }

    public DeliveryLog Deliveries { get; }

    public Handouts Handouts { get; }

    /// <summary>Where the API answers, without a slash at the end; known once the server listens.</summary>
    public string Address { get; set; } = "http://127.0.0.1";

    /// <summary>The same server under the other name that pre-authenticated addresses use.</summary>
    public string ContentAddress { get; set; } = "http://localhost";

    public DateTimeOffset Now => Clock.Now;

    /// <summary>The wall clock's time after a delay; without one the beginning of time, whatever that clock does.</summary>
    public DateTimeOffset WireAfter(TimeSpan delay) => delay > TimeSpan.Zero ? Wire.GetUtcNow() + delay : DateTimeOffset.MinValue;

    public string NowText => J.Iso(Clock.Now);
}
