namespace Campaign.Scoring.Subjects;

/// <summary>What Tasks told of a unit or of the street; the version is that of its stream there.</summary>
internal interface IRegistrationEvent
{
    long SourceVersion { get; }
}

/// <summary>考评对象, as Tasks last told it; without a category the unit is not ranked.</summary>
internal sealed record SubjectRegistered(long SourceVersion, string Unit, string Name, string? Category, DateOnly From, DateOnly? Until)
    : IRegistrationEvent;

/// <summary>The street's name, as bulletins print it.</summary>
internal sealed record StreetNamed(long SourceVersion, string Name) : IRegistrationEvent;
