using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Serve;

/// <summary>How the service runs. Everything has a value with which it starts when nothing is configured.</summary>
internal sealed class ServiceOptions
{
    /// <summary><c>sqlite:FILE</c> or <c>postgres:CONNECTION</c>.</summary>
    [Secret]
    public string Store { get; set; } = "sqlite:cleanprod.db";

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Whether this process does background work as well as answering requests.</summary>
    public bool Worker { get; set; } = true;

    /// <summary>
    /// How long a piece of background work may go without a sign of life before another process takes it over. Real time, not the time of acts.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often each process looks for work that was left behind.</summary>
    public TimeSpan Supervise { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the queue is asked for new work on PostgreSQL.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Facilities judged in one piece of a screening.</summary>
    public int ShardSize { get; set; } = 1000;

    /// <summary>
    /// Folder that is watched for data, with one folder in it for each jurisdiction, named by its division code; null: none is watched.
    /// </summary>
    public string? Inbox { get; set; }

    /// <summary>How long names, lengths and times of what lies in the inbox must have stayed the same before it is taken.</summary>
    public TimeSpan InboxSettle { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Folder of reference data for new screenings; null: that which travels with the program.</summary>
    public string? Reference { get; set; }

    /// <summary>Folder for the backups that administrators order; null: none can be ordered.</summary>
    public string? Backups { get; set; }

    /// <summary>
    /// Addresses or networks of reverse proxies in front of the service, separated by semicolons: only what comes from them may say for whom it
    /// comes. This machine itself is always one.
    /// </summary>
    public string Proxies { get; set; } = "";

    /// <summary>How long a session lasts without a request.</summary>
    public TimeSpan Session { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Address of an OpenTelemetry collector (OTLP over gRPC) for metrics and traces; null: nothing is sent.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>The OpenID Connect provider people may sign in through; null when there is none.</summary>
    public OidcOptions? Oidc { get; set; }

    /// <summary>The mail server through which notices are sent; null: none are.</summary>
    public MailOptions? Mail { get; set; }

    /// <summary>Requests a minute: of one account, of one stranger, attempts to sign in from one address.</summary>
    public RateLimits RateLimits { get; set; } = new();

    /// <summary>Where the store is. Whoever stands still for the length of a lease lets go of what it holds there, too.</summary>
    internal StoreAddress Address => StoreAddress.Parse(Store).LettingGo(Lease);
}

/// <summary>Requests a minute.</summary>
internal sealed class RateLimits
{
    public int Account { get; set; } = 1200;

    public int Stranger { get; set; } = 300;

    public int SignIn { get; set; } = 20;
}
