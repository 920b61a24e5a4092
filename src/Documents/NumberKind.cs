namespace Campaign.Documents;

/// <param name="IsDate">A number in it is a day, a time or both.</param>
/// <param name="Digits">A number in it is shown with so many digits, leading zeros included; 0 for any other.</param>
internal readonly record struct NumberKind(bool IsDate, int Digits);
