using System.Collections.Concurrent;
using System.Net;
using Campaign.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.Web.Specs;

/// <summary>Whoever is told an id finds by it what was logged.</summary>
public sealed class FailureLogSpecs
{
    [Theory]
    [InlineData(null)]
    [InlineData("case-42")]
    public async Task The_line_of_a_failure_bears_the_id_of_its_answer(string? given)
    {
        using var heard = new Ids();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWebConventions();
        builder.Logging.AddProvider(heard);
        await using var app = builder.Build();
        app.UseWebConventions();
        app.MapGet("/boom", string () => throw new InvalidOperationException("boom"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        if (given is not null) client.DefaultRequestHeaders.Add(Correlation.Header, given);

        using var answer = await client.GetAsync("/boom", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var id = answer.Headers.GetValues(Correlation.Header).ShouldHaveSingleItem();
        if (given is not null) id.ShouldBe(given);
        heard.OfFailures.ShouldNotBeEmpty();
        heard.OfFailures.ShouldAllBe(logged => logged == id);
    }

    [Fact]
    public void A_long_value_is_cut_and_says_how_long_it_was()
    {
        CappedValues.Cut("短", 10).ShouldBe("短");
        CappedValues.Cut(new string('x', 11), 10).ShouldBe($"{new string('x', 10)}… (11 characters)");
        CappedValues.Cut("123456789😀0", 10).ShouldBe("123456789… (12 characters)");
    }

    /// <summary>The id of what was being worked on when something was logged as an error.</summary>
    private sealed class Ids : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string?> ids = new();

        public IReadOnlyCollection<string?> OfFailures => ids;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) ids.Enqueue(CorrelationScope.Id);
        }

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
