using FluentValidation;

namespace Campaign.Inspections.Places;

/// <summary>Where, as its reporter says it.</summary>
/// <param name="Longitude">Degrees in <paramref name="CoordinateSystem"/>, as <paramref name="Latitude"/>.</param>
/// <param name="CoordinateSystem">WGS-84 where nothing is said.</param>
internal sealed record ReportedPlace(
    double? Longitude = null, double? Latitude = null, string? Address = null, string? Community = null, string? RoadSection = null,
    CoordinateSystem? CoordinateSystem = null)
{
    internal CoordinateSystem System => CoordinateSystem ?? Places.CoordinateSystem.Wgs84;

    /// <summary>In <see cref="System"/>; null where a device that had no fix has sent 0, 0.</summary>
    internal Point? Given => (Longitude, Latitude) is ({ } longitude, { } latitude) ? Places.Point.Fixed(longitude, latitude) : null;

    public Point? Point => Given is { } given ? Coordinates.ToWgs84(given, System) : null;
}

internal sealed class PlaceValidator : AbstractValidator<ReportedPlace>
{
    public PlaceValidator()
    {
        RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
        RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
        RuleFor(x => x.Longitude).NotNull().When(x => x.Latitude is not null);
        RuleFor(x => x.Latitude).NotNull().When(x => x.Longitude is not null);
        RuleFor(x => x.CoordinateSystem).IsInEnum();
        RuleFor(x => x.Address).MaximumLength(300);
        RuleFor(x => x.RoadSection).MaximumLength(300);
        RuleFor(x => x.Community).MaximumLength(50);
        RuleFor(x => x.Address).NotEmpty().WithErrorCode("place-missing").WithMessage("经纬度、地址、路段、社区至少填写一项。")
            .When(x => (x.Longitude is null || (x.Longitude, x.Latitude) is (0, 0))
                && string.IsNullOrWhiteSpace(x.Community) && string.IsNullOrWhiteSpace(x.RoadSection));
    }
}
