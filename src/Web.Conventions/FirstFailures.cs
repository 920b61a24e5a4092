using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;

namespace Campaign.Web;

/// <summary>Validates until there is more to say than an answer holds; what comes behind it is not looked at.</summary>
internal sealed class FirstFailures : IValidatorSelector
{
    private const string Key = "campaign:failures";

    private static readonly FirstFailures Selector = new();

    public static ValidationContext<object> Context(object argument)
    {
        var context = new ValidationContext<object>(argument, new PropertyChain(), Selector);
        context.RootContextData[Key] = new Counter();
        return context;
    }

    public static bool Stopped(IValidationContext context) => CounterOf(context) is { Failures: > ErrorList.Most };

    /// <summary>Called for each failure by FluentValidation.</summary>
    public static ValidationFailure Count(
        ValidationFailure failure, IValidationContext context, object? value, IValidationRule rule, IRuleComponent component)
    {
        if (CounterOf(context) is { } counter) counter.Failures++;
        return failure;
    }

    public bool CanExecute(IValidationRule rule, string propertyPath, IValidationContext context) => !Stopped(context);

    private static Counter? CounterOf(IValidationContext context) =>
        context.RootContextData.TryGetValue(Key, out var counter) ? (Counter)counter : null;

    private sealed class Counter
    {
        public int Failures { get; set; }
    }
}
