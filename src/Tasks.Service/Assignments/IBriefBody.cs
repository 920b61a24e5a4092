namespace Campaign.Tasks.Assignments;

/// <summary>A body from which an assignment's brief is made.</summary>
internal interface IBriefBody
{
    Brief ToBrief();
}
