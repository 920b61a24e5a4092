namespace Campaign.Gateway.Tokens;

/// <summary>
/// A person signed in with one browser; the cookie holds its id. It ends by being taken out, or with the epoch of the account.
/// </summary>
/// <param name="HasSecondFactor">Without, an administrator's rights stay shut.</param>
/// <param name="LastSeenAt">To the minute.</param>
internal sealed record SignInSession(
    Guid Id, Guid AccountId, int Epoch, bool HasSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address);
