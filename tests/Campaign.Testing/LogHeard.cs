using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Campaign.Testing;

/// <summary>What a service says in its log.</summary>
public sealed class LogHeard : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Done when the text has been said so many times.</summary>
    public Task Says(string text, int times = 1) => Eventually.Becomes(
        () => Task.FromResult(lines.Count(line => line.Contains(text, StringComparison.Ordinal))), count => count >= times);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
        // Nothing is open.
    }
}
