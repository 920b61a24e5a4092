using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>A request feature: the body was written in another notation than JSON, which knows where in it a field stands.</summary>
public interface IBodyNotation
{
    /// <summary>What a writer in this notation is told of a value of the wrong type; Chinese.</summary>
    string WrongType { get; }

    /// <summary>The error with its line and column; of a field that is missing, those of what it is missing from.</summary>
    FieldError Locate(FieldError error);
}

/// <summary>A body that cannot be read in its notation; answered as 400 with its error.</summary>
public sealed class UnreadableBodyException(FieldError error) : Exception(error.Detail)
{
    public FieldError Error => error;
}

public static class BodyNotation
{
    /// <summary>The errors with line and column, where the body of the request was in a notation of its own.</summary>
    public static IReadOnlyList<FieldError> Locate(HttpContext http, IReadOnlyList<FieldError> errors) =>
        http.Features.Get<IBodyNotation>() is { } notation ? [.. errors.Select(notation.Locate)] : errors;
}
