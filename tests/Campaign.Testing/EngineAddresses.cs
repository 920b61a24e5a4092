namespace Campaign.Testing;

/// <summary>Where the engines are, in the variables that tests and what they start look for.</summary>
internal sealed record EngineAddresses(string Postgres, Uri Rabbit, Uri RabbitManagement)
{
    private const string PostgresVariable = "CAMPAIGN_TEST_POSTGRES";
    private const string RabbitVariable = "CAMPAIGN_TEST_RABBITMQ";
    private const string ManagementVariable = "CAMPAIGN_TEST_RABBITMQ_MANAGEMENT";

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [PostgresVariable] = Postgres,
        [RabbitVariable] = Rabbit.ToString(),
        [ManagementVariable] = RabbitManagement.ToString(),
    };

    /// <returns>Null unless all of them are named.</returns>
    public static EngineAddresses? From(Func<string, string?> variable) =>
        variable(PostgresVariable) is { } postgres && variable(RabbitVariable) is { } rabbit
            && variable(ManagementVariable) is { } management
            ? new(postgres, new Uri(rabbit), new Uri(management))
            : null;
}
