namespace Campaign.Inspections.Findings;

internal enum ProposalKind { Duplicate, Relapse }

/// <summary>That a finding may be the same matter as another, as decisions on the finding know it.</summary>
internal sealed record Proposal(ProposalKind Kind, Guid Other, string OtherNumber, double? Metres, bool Dismissed = false);
