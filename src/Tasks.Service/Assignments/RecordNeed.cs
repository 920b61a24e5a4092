namespace Campaign.Tasks.Assignments;

/// <summary>文字 · 照片.</summary>
internal enum RecordNeed { Note, Photo }
