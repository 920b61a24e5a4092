using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>A step that needs nothing but a reason.</summary>
internal sealed record ReasonBody(string Reason)
{
    internal sealed class Validator : AbstractValidator<ReasonBody>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
