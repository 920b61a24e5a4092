using Aspire.Hosting.Testing;

namespace Campaign.AppHost.Tests;

/// <summary>The AppHost's model, built and not started.</summary>
internal static class Picture
{
    public static readonly string[] ConnectionStrings =
    [
        .. new[] { "tasks", "inspections", "scoring", "integration", "gateway" }.Select(
            name => $"ConnectionStrings:{name}=Host=db.example;Database={name}"),
        "ConnectionStrings:rabbitmq=amqp://mq.example/",
    ];

    /// <summary>Not to be disposed: that lets the program go on from where it was held, and start everything.</summary>
    public static Task<IDistributedApplicationTestingBuilder> Of(TemporaryData place, params string[] settings) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"Data={place.Data.Root}", "Gateway:Port=0", "DcpPublisher:RandomizePorts=true", .. settings],
            TestContext.Current.CancellationToken);
}
