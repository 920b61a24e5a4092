using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

internal sealed class VenueValidator : AbstractValidator<Venue>
{
    public VenueValidator()
    {
        RuleFor(x => x.Type).NotEmpty().MaximumLength(50);
        RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
    }
}
