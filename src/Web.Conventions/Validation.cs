using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <summary>Runs the validator of every argument that has one before the handler; messages are FluentValidation's own Chinese.</summary>
public static class Validation
{
    public static IServiceCollection AddValidators(this IServiceCollection services, Assembly assembly)
    {
        ValidatorOptions.Global.LanguageManager.Culture = new Chinese();
        ValidatorOptions.Global.OnFailureCreated = FirstFailures.Count;
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        foreach (var type in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)))
                services.AddSingleton(contract, type);
        }
        return services;
    }

    internal static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var validated = context.MethodInfo.GetParameters()
            .Select((parameter, index) =>
                (Index: index, Validator: context.ApplicationServices.GetService(
                    typeof(IValidator<>).MakeGenericType(parameter.ParameterType)) as IValidator))
            .Where(p => p.Validator is not null)
            .ToArray();
        if (validated.Length == 0) return next;
        return async call =>
        {
            foreach (var (index, validator) in validated)
            {
                if (call.Arguments[index] is not { } argument) continue;
                var context = FirstFailures.Context(argument);
                var result = await validator!.ValidateAsync(context, call.HttpContext.RequestAborted);
                if (!result.IsValid) return Problems.Of([.. result.Errors.Select(ErrorOf)], counted: !FirstFailures.Stopped(context));
            }
            return await next(call);
        };
    }

    /// <summary>What is wrong first with a part of a request that was validated on its own; null when nothing is.</summary>
    public static FieldError? FirstError(ValidationResult result) => result.Errors is [var first, ..] ? ErrorOf(first) : null;

    private static FieldError ErrorOf(ValidationFailure failure) =>
        new(JsonPointer.FromProperty(failure.PropertyName), RuleOf(failure.ErrorCode), failure.ErrorMessage);

    /// <summary>A rule's own code as it stands; a built-in one as <c>not-empty</c> for <c>NotEmptyValidator</c>.</summary>
    private static string RuleOf(string code) => code.EndsWith("Validator", StringComparison.Ordinal)
        ? JsonNamingPolicy.KebabCaseLower.ConvertName(code[..^"Validator".Length])
        : code;

    /// <summary>Messages are found by the exact name of the culture; without ICU the runtime writes it in another case.</summary>
    private sealed class Chinese() : CultureInfo("")
    {
        public override string Name => "zh-Hans";
    }
}
