using System.Text.Json;
using System.Text.Json.Serialization;
using Campaign.EventStore;
using FluentValidation;

namespace Campaign.Inspections.Places;

// GeoJSON (RFC 7946) as map tools export it: what is not asked for here is left out, not refused.

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record BoundaryFeatures(string Type, IReadOnlyList<BoundaryFeature> Features)
{
    private const int MaxFeatures = 500;
    private const int MaxPoints = 100_000;

    /// <param name="system">What the degrees mean; they are WGS-84 afterwards.</param>
    public (IReadOnlyList<CommunityBoundary> Boundaries, Refusal? Refusal) Read(CoordinateSystem system)
    {
        var boundaries = new List<CommunityBoundary>();
        var shapes = new ShapeReader(system, MaxPoints);
        for (var i = 0; i < Features.Count; i++)
        {
            var (community, geometry) = (Features[i].Properties.Community, Features[i].Geometry);
            if (boundaries.Exists(b => b.Community == community))
                return ([], BoundaryRules.CommunityRepeated with { Pointer = $"/features/{i}/properties/community" });
            var (shape, refusal) = shapes.Read(geometry, $"/features/{i}/geometry");
            if (shape is null) return ([], refusal);
            boundaries.Add(CommunityBoundary.Of(community, shape));
        }
        return (boundaries, null);
    }

    public static BoundaryFeatures Of(IEnumerable<CommunityBoundary> boundaries) => new("FeatureCollection",
        [.. boundaries.Select(b => new BoundaryFeature("Feature", new(b.Community), GeoJson.Write(b.Shape())))]);

    internal sealed class Validator : AbstractValidator<BoundaryFeatures>
    {
        public Validator()
        {
            RuleFor(x => x.Type).Equal("FeatureCollection");
            RuleFor(x => x.Features).NotNull();
            RuleFor(x => x.Features).Must(all => all is null || all.Count <= MaxFeatures).WithErrorCode("too-many")
                .WithMessage($"不能超过 {MaxFeatures} 项。");
            RuleForEach(x => x.Features).NotNull().ChildRules(feature =>
            {
                feature.RuleFor(x => x.Properties).NotNull();
                feature.RuleFor(x => x.Properties.Community).NotEmpty().MaximumLength(50).When(x => x.Properties is not null);
                feature.RuleFor(x => x.Geometry).NotNull();
            });
        }
    }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record BoundaryFeature(string Type, BoundaryProperties Properties, BoundaryGeometry Geometry);

/// <param name="Community">Code of the community.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record BoundaryProperties(string Community);

/// <param name="Type">Polygon or MultiPolygon.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record BoundaryGeometry(string Type, JsonElement Coordinates);
