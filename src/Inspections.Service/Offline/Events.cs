namespace Campaign.Inspections.Offline;

// The stream of one device: one event per intent that was taken, so that its version is the last sequence taken and no gap can arise.

internal interface IDeviceEvent;

/// <summary>离线操作已办理.</summary>
/// <param name="Target">The finding or inspection it was done to.</param>
/// <param name="Version">Its version afterwards; null where somebody else's changes are in between, which the device has not seen.</param>
internal sealed record IntentApplied(string Client, long Sequence, Guid Intent, string Kind, Guid Target, long? Version) : IDeviceEvent;

/// <summary>离线操作被拒绝, for good: sending it again gives the same answer.</summary>
/// <param name="Target">Null where it named none.</param>
internal sealed record IntentRefused(
    string Client, long Sequence, Guid Intent, string Kind, Guid? Target, string Rule, string Detail, string? Pointer) : IDeviceEvent;

/// <summary>离线操作发生冲突: somebody else changed the same thing; a person decides.</summary>
internal sealed record IntentConflicted(string Client, long Sequence, Guid Intent, string Kind, Guid Target, Guid Conflict) : IDeviceEvent;

/// <summary>离线操作待冲突处理: an earlier one of the same device to the same thing is in conflict.</summary>
internal sealed record IntentHeld(string Client, long Sequence, Guid Intent, string Kind, Guid Target, Guid Conflict) : IDeviceEvent;

/// <summary>离线操作重复报送: the same intent came before under another sequence, or from another device.</summary>
internal sealed record IntentRepeated(string Client, long Sequence, Guid Intent, string Kind) : IDeviceEvent;

// The stream of one conflict.

internal interface IConflictEvent;

/// <summary>冲突登记.</summary>
/// <param name="Account">Id of the account that did it, with the units it acted for then.</param>
/// <param name="BaseVersion">Version of the thing that the device had seen.</param>
/// <param name="Version">Version of the thing that the intent met.</param>
/// <param name="At">When it was done, by the device's clock.</param>
/// <param name="Body">What was sent, as JSON.</param>
internal sealed record ConflictRaised(
    Guid Device, string Client, string Account, IReadOnlyList<string> Units, Guid Target, long BaseVersion, long Version,
    Guid Intent, long Sequence, string Kind, DateTimeOffset At, string? Body, DateTimeOffset RaisedAt) : IConflictEvent;

/// <summary>后续操作并入冲突: the next intent of the same device to the same thing.</summary>
internal sealed record ConflictJoined(
    Guid Intent, long Sequence, string Kind, DateTimeOffset At, long BaseVersion, string? Body) : IConflictEvent;

/// <summary>冲突处理: what of the waiting intents was done after all, and what was dropped.</summary>
internal sealed record ConflictResolved(
    ConflictChoice Take, string Reason, IReadOnlyList<Guid> Applied, IReadOnlyList<Guid> Dropped, DateTimeOffset At) : IConflictEvent;

/// <summary>Whose version: that of the device, or what others did meanwhile.</summary>
internal enum ConflictChoice { Mine, Theirs }
