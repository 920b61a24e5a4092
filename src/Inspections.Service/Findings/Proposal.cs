namespace Campaign.Inspections.Findings;

internal enum ProposalKind { Duplicate, Relapse }

/// <summary>That a case may be the same matter as another, as decisions on the case know it.</summary>
internal sealed record Proposal(ProposalKind Kind, Guid Other, string OtherNumber, double? Metres, bool Dismissed = false);
