using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.LookBacks;
using Campaign.Inspections.Offline;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Campaign.Inspections.Sampling;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Specs;

/// <summary>A stream that has another id tomorrow is not found any more.</summary>
public sealed class StreamIdSpecs
{
    private const string Street = "990101001";
    private static readonly Guid Thing = Guid.Parse("019300c8-0000-7000-8000-00000000000a");

    private static readonly (StreamId Stream, string Id)[] Derived =
    [
        (ReferenceReplica.Street(Street), "fe543974-4666-5996-946b-38339a237e05"),
        (ReferenceReplica.Unit(Street, "U013"), "b5141b04-4d0f-56da-8a5f-9fe18d770740"),
        (ReferenceReplica.Community(Street, "C01"), "2c307f13-4010-5ab8-a584-4bfb8633c4ed"),
        (CategoryList.Stream, "3cabf69c-7bdb-508d-b07f-b16aea0a8538"),
        (StreetBoundaries.Stream(Street), "be5a7490-0f3c-527a-bd7e-0f071bc7d90a"),
        (FindingSettings.Stream(Street), "af58a915-91c3-5c6c-a92c-39739335ad6b"),
        (CaseRegister.Stream(Street, 2024), "1076bdfd-f281-5ac1-ad33-61c906c9d0af"),
        (ScoreSheet.Stream(Street, "sheet-1"), "fd484aad-7779-537b-a7a6-5f9fae8ebb70"),
        (SamplingPlan.Stream(Street, "2014"), "f266383f-ff38-5329-a180-44847659055e"),
        (Inspection.FindingOf(Street, Thing, 3), "d210d2b5-11cc-515a-999a-661624839df9"),
        (LookBack.Stream(Street, Thing, 1, 30), "f277ec5f-9d30-56e6-8f91-3f943e9945d3"),
        (LedgerIds.Finding(Street, "C-1"), "2d465824-76d2-5856-9cff-dd8f9b770128"),
        (LedgerIds.Inspection(Street, "I-1"), "a6b01f90-660c-5e0b-a075-e7dfd52bacc1"),
        (Device.Stream(Street, "inspector", "phone-1"), "deffcece-4378-5a68-87ec-f0b88b775b9b"),
        (SyncConflict.Stream(Street, Thing), "687edae3-e3eb-5aa5-a53b-3984142f12fe"),
    ];

    [Fact]
    public void Derived_ids_stay_as_they_are() => Derived.Select(x => x.Stream.Id.ToString()).ShouldBe(Derived.Select(x => x.Id));

    [Fact]
    public void All_but_the_list_of_categories_are_the_streets() =>
        Derived.Select(x => x.Stream.Tenant).Distinct(StringComparer.Ordinal).ShouldBe([Street, "district"]);
}
