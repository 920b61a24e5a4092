namespace Campaign.Tasks.Assignments;

// As the list of assignments is searched by them; what they follow from is in Deadlines/.

internal enum ExtensionRequest { None, Pending, Refused }

internal enum AppealState { Pending, Upheld, Dismissed }
