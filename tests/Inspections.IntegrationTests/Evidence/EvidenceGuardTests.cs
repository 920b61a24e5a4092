using System.Net;
using Campaign.Contracts.Tasks;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>Whoever names a photo in a report is not let see it by that.</summary>
public sealed class EvidenceGuardTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(null, HttpStatusCode.NotFound)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task A_photo_of_somebody_else_stays_closed_to_the_unit_that_names_it(bool? byOffice, HttpStatusCode seen)
    {
        var street = await TestStreet.Create(fixture, byOffice is null ? "990101551" : "990101552");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var helper = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        var photo = await street.Upload(TinyPhoto.Of(byOffice is null ? 551 : 552));
        var finding = await Routed(street);

        await Reported(street, finding, photo, byOffice);

        foreach (var reader in new[] { officer, helper })
            (await reader.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(seen);
        (await street.Office.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_unit_uploaded_itself_is_seen_by_those_who_help()
    {
        var street = await TestStreet.Create(fixture, "990101553");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var helper = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        var photo = TinyPhoto.Of(553).ToJpeg();
        var address = street.Path($"evidence/{TestStreet.Id(photo)}");
        (await officer.PutAsync(address, new ByteArrayContent(photo))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await helper.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Reported(street, await Routed(street), TestStreet.Id(photo), byOffice: null);

        (await helper.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(Guid Id, Guid Assignment)> Routed(TestStreet street)
    {
        var (id, assignment) = (await street.Record(), Guid.CreateVersion7());
        await fixture.Bus.Publish(
            new RectificationAssigned(
                street.Code, id, 1, assignment, 1, TestStreet.Unit, [TestStreet.AnotherUnit], null, Now.AddDays(2), Now));
        return (id, assignment);
    }

    private async Task Reported(TestStreet street, (Guid Id, Guid Assignment) finding, string photo, bool? byOffice)
    {
        await fixture.Bus.Publish(
            new RectificationReported(
                street.Code, finding.Id, 1, finding.Assignment, 2, TestStreet.Unit, [photo], null, Now.AddMinutes(1), byOffice));
        await Eventually.Holds(async () => (await street.Get($"findings/{finding.Id}/photos")).GetArrayLength() == 1);
    }
}
