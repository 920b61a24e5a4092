namespace Campaign.Inspections.Evidence.Recognising;

/// <summary>
/// Whose photo is next: callers go round, one photo each, and nobody has two in the works at once. Who sends hundreds waits for himself.
/// </summary>
internal sealed class CallerRound
{
    private readonly Lock access = new();
    private readonly List<string> round = [];
    private readonly HashSet<string> atWork = new(StringComparer.Ordinal);

    /// <param name="waiting">Callers with photos, the longest waiting first.</param>
    /// <returns>The caller whose turn has begun; null when all who wait have a photo in the works.</returns>
    public string? Begin(IReadOnlyCollection<string> waiting)
    {
        lock (access)
        {
            round.RemoveAll(caller => !IsWaiting(caller) && !atWork.Contains(caller));
            round.AddRange(waiting.Except(round, StringComparer.Ordinal).ToList());
            if (round.Find(caller => IsWaiting(caller) && !atWork.Contains(caller)) is not { } next) return null;

            round.Remove(next);
            round.Add(next);
            atWork.Add(next);
            return next;
        }

        bool IsWaiting(string caller) => waiting.Contains(caller, StringComparer.Ordinal);
    }

    public void End(string caller)
    {
        lock (access) atWork.Remove(caller);
    }
}
