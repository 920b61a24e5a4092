using FluentValidation;

namespace Campaign.Inspections.Kernel;

/// <summary>The body of a command that asks for nothing but its reason.</summary>
internal sealed record ReasonBody(string Reason)
{
    internal sealed class Validator : AbstractValidator<ReasonBody>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
