using Campaign.ServiceDefaults.Http;

namespace Campaign.ServiceDefaults.Yaml;

/// <summary>A text that is not YAML, or more of it than a document needs. Answered as 400.</summary>
public sealed class UnreadableYamlException(FieldError error) : Exception(error.Detail)
{
    /// <summary>Rule, place and sentence: <c>yaml-invalid</c>, <c>yaml-empty</c>, <c>yaml-anchor</c>, <c>field-twice</c> …</summary>
    public FieldError Error { get; } = error;
}
