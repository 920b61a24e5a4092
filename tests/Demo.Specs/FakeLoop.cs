using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Demo.Specs;

/// <summary>One finding and its assignment, moving as the two services would move them.</summary>
internal sealed class FakeLoop
{
    private const string Number = "990101001-2026-000001";
    private static readonly Guid Id = Guid.CreateVersion7();
    private string finding = "", assignment = "";
    private bool rejected;

    public void Map(IEndpointRouteBuilder app, string street)
    {
        app.MapGet(street + "/responsibility-rules/resolution", () => new { Lead = "U013" });
        app.MapPost(street + "/inspections", () => new { Id, Score = 99m });
        app.MapPost(street + "/inspections/{id}/confirmation", () => new { });
        app.MapPut(street + "/evidence/{sha256}", Evidence);
        app.MapPost(street + "/inspections/{id}/items/{no}/finding", () =>
        {
            (finding, assignment) = ("Routed", "Issued");
            return new { Id, CaseNumber = Number };
        });
        app.MapGet(street + "/findings/{id}", () => new { Status = finding });
        app.MapPost(street + "/findings/{id}/verification", (JsonObject verdict) =>
        {
            var passed = (bool)verdict["passed"]!;
            rejected |= !passed;
            (finding, assignment) = passed ? ("StruckOff", "Approved") : ("Accepted", "Returned");
        });
        app.MapGet(street + "/assignments", (string? plan) => new
        {
            Items = plan is null ? [Assignment()] : Enumerable.Repeat(Assignment(), FakePlatform.PlanRows),
        });
        app.MapGet(street + "/assignments/{id}", () => Assignment());
        app.MapPost(street + "/assignments/{id}/acknowledgement", () => { finding = "Accepted"; });
        app.MapPost(street + "/assignments/{id}/submission", () => { finding = "Reported"; });
        app.MapGet(street + "/scorecards/U013/{month}", () => rejected
            ? Results.Ok(
                new { Lines = new[] { new { Kind = "rejectedRectification", Points = -0.3m, Text = "复核不通过", CaseNumber = Number } } })
            : Results.NotFound());
    }

    private object Assignment() => new { Id, Status = assignment, Unit = "U013", Due = DateTimeOffset.UnixEpoch };

    private static async Task<IResult> Evidence(string sha256, HttpRequest request)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body));
        return hash == sha256 ? Results.Created() : Results.UnprocessableEntity();
    }
}
