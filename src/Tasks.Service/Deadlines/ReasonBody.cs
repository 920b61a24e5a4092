using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>A step that needs nothing but a reason.</summary>
internal sealed record Because(string Reason)
{
    internal sealed class Validator : AbstractValidator<Because>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
