namespace Campaign.Scoring.Kernel;

/// <summary>An event that no open month is computed from: it says what was announced, or waits for another that counts.</summary>
internal interface IMovesNoOpenMonth;
