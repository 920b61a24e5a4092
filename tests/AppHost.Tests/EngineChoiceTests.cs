using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Campaign.AppHost.Engines;

namespace Campaign.AppHost.Tests;

public sealed class EngineChoiceTests : IDisposable
{
    private readonly TemporaryData place = new();

    [Fact]
    public async Task Connection_strings_that_are_given_start_no_engine()
    {
        var picture = await Picture.Of(place, Picture.ConnectionStrings);

        Engines(picture).ShouldBeEmpty();
        (await ConnectionOf(picture, "tasks-given")).ShouldBe("Host=db.example;Database=tasks");
        (await ConnectionOf(picture, "rabbitmq-given")).ShouldBe("amqp://mq.example/");
    }

    [Fact]
    public async Task An_engine_is_started_only_for_what_is_left()
    {
        var picture = await Picture.Of(
            place,
            ["Engines=local", "ConnectionStrings:rabbitmq=amqp://mq.example/", "ConnectionStrings:tasks=Host=db.example;Database=tasks"]);

        Engines(picture).ShouldBe([typeof(LocalPostgresResource)]);
        picture.Resources.OfType<LocalPostgresDatabaseResource>().Select(database => database.DatabaseName)
            .ShouldBe(["gateway", "inspections", "scoring", "integration"]);
    }

    [Fact]
    public async Task Local_engines_are_the_distributions_programs()
    {
        var picture = await Picture.Of(place, "Engines=local");

        Engines(picture).ShouldBe([typeof(LocalPostgresResource), typeof(LocalRabbitMQResource)], ignoreOrder: true);
    }

    [Fact]
    public async Task Containers_are_taken_when_asked_for_with_volumes_of_this_data_directory()
    {
        var picture = await Picture.Of(place, "Engines=containers");

        Engines(picture).ShouldBe([typeof(PostgresServerResource), typeof(RabbitMQServerResource)], ignoreOrder: true);
        var mounts = picture.Resources.OfType<ContainerResource>()
            .SelectMany(container => container.Annotations.OfType<ContainerMountAnnotation>()).ToList();
        mounts.Count.ShouldBe(2);
        var ofThisDirectory = place.Data.Secret("volumes")[..8];
        mounts.ShouldAllBe(mount => mount.Type == ContainerMountType.Volume && mount.Source!.EndsWith(ofThisDirectory));
    }

    [Fact]
    public async Task The_images_that_are_looked_for_are_those_that_Aspire_asks_for()
    {
        var picture = await Picture.Of(place, "Engines=containers");

        picture.Resources.OfType<ContainerResource>().Select(container => container.Annotations.OfType<ContainerImageAnnotation>().Last())
            .Select(image => $"{image.Image.Split('/')[^1]}:{image.Tag}").ShouldBe(ContainerImages.All, ignoreOrder: true);
        (await File.ReadAllTextAsync(Path.Combine(Cli.Checkout.Current.Root, "eng/engines.sh"), TestContext.Current.CancellationToken))
            .ShouldContain($"container_images=({string.Join(' ', ContainerImages.All)})");
    }

    [Fact]
    public async Task Data_of_the_distributions_PostgreSQL_are_opened_by_it()
    {
        Directory.CreateDirectory(place.Data.At("postgres"));
        await File.WriteAllTextAsync(place.Data.At("postgres/PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        var picture = await Picture.Of(place);

        Engines(picture).ShouldContain(typeof(LocalPostgresResource));
    }

    [Fact]
    public async Task An_unknown_kind_of_engines_is_refused()
    {
        var refusal = await Should.ThrowAsync<Exception>(() => Picture.Of(place, "Engines=cloud"));

        refusal.ToString().ShouldContain("auto、local、containers");
    }

    public void Dispose() => place.Dispose();

    private static IEnumerable<Type> Engines(IDistributedApplicationTestingBuilder picture) =>
        picture.Resources.Where(resource => resource is ContainerResource or LocalPostgresResource or LocalRabbitMQResource)
            .Select(resource => resource.GetType());

    private static async Task<string?> ConnectionOf(IDistributedApplicationTestingBuilder picture, string name) =>
        await picture.Resources.OfType<IResourceWithConnectionString>().Single(resource => resource.Name == name)
            .GetConnectionStringAsync(TestContext.Current.CancellationToken);
}
