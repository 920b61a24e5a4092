using FluentValidation.Results;

namespace Campaign.Web;

/// <summary>Sentences of a validator for people who filled in a sheet and know no fields.</summary>
public static class CellWording
{
    /// <summary>The message with a name that people know where it names the field.</summary>
    public static string Naming(this ValidationFailure failure, string name) =>
        failure.FormattedMessagePlaceholderValues?.GetValueOrDefault("PropertyName") is string field
            ? failure.ErrorMessage.Replace($"'{field}'", name, StringComparison.Ordinal)
            : failure.ErrorMessage;
}
