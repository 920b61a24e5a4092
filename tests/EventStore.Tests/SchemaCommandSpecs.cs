using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaign.EventStore.Tests;

/// <summary>What operators do to Marten's tables on the command line of a service; the service itself does not start.</summary>
public sealed class SchemaCommandSpecs
{
    [Fact]
    public async Task Tables_are_compared_and_brought_up_to_date_as_their_owner()
    {
        var database = await OwnedDatabase.Create();

        (await Run(database, "db-assert")).ShouldNotBe(0);
        (await Run(database, "db-apply")).ShouldBe(0);
        (await Run(database, "db-assert")).ShouldBe(0);
        (await Run(database, "projections", "list")).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "db-apply")]
    [InlineData(true, "projections", "list")]
    [InlineData(false, "rebuild")]
    [InlineData(false)]
    public void What_is_no_such_command_is_left_to_the_service(bool expected, params string[] args) =>
        SchemaCommands.Has(args).ShouldBe(expected);

    private static async Task<int> Run(OwnedDatabase database, params string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddEventStore(database.Serving, Cases.Types(), database.Owner);
        using var host = builder.Build();
        return await SchemaCommands.Run(host, args);
    }
}
