using FluentValidation;

namespace Campaign.Scoring.Appeals;

/// <summary>What either step of an appeal says.</summary>
internal sealed record AppealStep(bool Uphold, string Reason)
{
    internal sealed class Validator : AbstractValidator<AppealStep>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(1000);
    }
}
