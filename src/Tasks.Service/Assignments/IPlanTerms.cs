namespace Campaign.Tasks.Assignments;

/// <summary>How plans ask for assignments of one kind. The folder of the kind brings it.</summary>
internal interface IPlanTerms
{
    /// <summary>What plans write for the kind; the first is what people are told.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>Each is about an inspection point: those the plan names, or the one of the unit's community.</summary>
    bool AsksForPoints => false;

    /// <param name="items">What the plan says has to be there.</param>
    /// <param name="point">Code of the inspection point it is about; null where there is none.</param>
    /// <returns>What has to be there before it can be submitted; null when nothing but the work is asked.</returns>
    Brief? BriefOf(IReadOnlyList<string> items, string? point) => Brief.OfItems(items);

    /// <returns>What a person should look at; null when nothing.</returns>
    string? QuestionAbout(IReadOnlyList<string> items) => null;
}

/// <summary>A kind that asks for what the plan lists, if it lists anything.</summary>
internal sealed record PlanTerms(params IReadOnlyList<string> Words) : IPlanTerms;
