using System.Text;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.Policies;

internal static class YamlPolicy
{
    /// <summary>As a service reads a body.</summary>
    public static Policy Read(string yaml) => Json.Read<Policy>(Encoding.UTF8.GetString(YamlDocument.Read(yaml).Json.Span));
}
