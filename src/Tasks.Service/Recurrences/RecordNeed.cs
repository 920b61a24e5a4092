namespace Campaign.Tasks.Recurrences;

/// <summary>文字 · 照片.</summary>
internal enum RecordNeed { Note, Photo }
