namespace Campaign.Gateway;

/// <summary>What an installation decides; keys as in appsettings or the environment (<c>Identity__Authority</c>).</summary>
internal sealed class GatewayOptions
{
    /// <summary><c>Identity:Authority</c>: the address people and machines reach the gateway at; the issuer of all tokens.</summary>
    public string Authority { get; set; } = "";

    /// <summary><c>Setup:LinkFile</c>: where the first administrator's one-time link is written.</summary>
    public string? SetupLinkFile { get; set; }

    /// <summary><c>Operator:ClientSecretFile</c>: the secret of the machine client <c>operator</c>, made by the launcher.</summary>
    public string? OperatorSecretFile { get; set; }

    /// <summary><c>Limits:JsonBytes</c></summary>
    public long JsonBytes { get; set; } = 1 << 20;

    /// <summary><c>Limits:UploadBytes</c>: evidence and whole ledgers.</summary>
    public long UploadBytes { get; set; } = 100 << 20;

    /// <summary><c>Limits:RequestsPerSecond</c>: of one caller, over time; twice as many at once.</summary>
    public int RequestsPerSecond { get; set; } = 2000;

    /// <summary><c>Limits:SignInsPerMinute</c>: logins of people from one address.</summary>
    public int SignInsPerMinute { get; set; } = 300;

    /// <summary><c>Limits:TokensPerMinute</c>: token requests of machines from one address.</summary>
    public int TokensPerMinute { get; set; } = 300;

    /// <summary><c>Limits:SetupsPerMinute</c>: looks at one-time links from one address.</summary>
    public int SetupsPerMinute { get; set; } = 60;

    /// <summary><c>Limits:FailedSignIns</c>: wrong passwords for one user name, which is then locked for a quarter of an hour.</summary>
    public int FailedSignIns { get; set; } = 5;

    /// <summary><c>Limits:FailedSignInsOfAddress</c>: the same for one address, behind which a whole office may sit.</summary>
    public int FailedSignInsOfAddress { get; set; } = 100;

    /// <summary><c>Sessions:Term</c>: how long a person stays signed in at most.</summary>
    public TimeSpan SessionTerm { get; set; } = TimeSpan.FromHours(10);

    /// <summary><c>Sessions:IdleTerm</c>: how long without a request; the last one is known to the minute.</summary>
    public TimeSpan SessionIdleTerm { get; set; } = TimeSpan.FromHours(1);

    public static void Read(GatewayOptions options, IConfiguration configuration)
    {
        options.Authority = configuration["Identity:Authority"]?.TrimEnd('/') ?? "";
        options.SetupLinkFile = configuration["Setup:LinkFile"];
        options.OperatorSecretFile = configuration["Operator:ClientSecretFile"];
        configuration.GetSection("Limits").Bind(options);
        options.SessionTerm = configuration.GetValue("Sessions:Term", options.SessionTerm);
        options.SessionIdleTerm = configuration.GetValue("Sessions:IdleTerm", options.SessionIdleTerm);
    }
}
