using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Ledger;

/// <summary>What people call the states and severities of a finding.</summary>
internal static class LedgerWords
{
    public static string Word(this FindingStatus status) => status switch
    {
        FindingStatus.None => "",
        FindingStatus.Recorded => "待交办",
        FindingStatus.Routed => "待签收",
        FindingStatus.Accepted => "整改中",
        FindingStatus.Reported => "待复核",
        FindingStatus.StruckOff => "已销号",
        FindingStatus.Voided => "作废",
        FindingStatus.Merged => "并案",
        FindingStatus.ForcedClosed => "强制结案",
    };

    public static string Word(this Severity severity) => severity switch
    {
        Severity.Minor => "一般",
        Severity.Major => "较重",
        Severity.Critical => "严重",
    };
}
