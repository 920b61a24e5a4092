namespace Campaign.Scoring.Subjects;

/// <summary>考评对象, as Tasks last told it; without a category the unit is not ranked.</summary>
internal sealed record SubjectRegistered(long SourceVersion, string Unit, string Name, string? Category, DateOnly From, DateOnly? Until);

/// <summary>The street's name, as bulletins print it.</summary>
internal sealed record StreetNamed(long SourceVersion, string Name);
