using Campaign.Web;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <summary>What Identity may refuse here, in the language of its users.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = "password-too-short", Description = $"密码至少{length}位。" };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        new() { Code = "password-too-simple", Description = $"密码至少包含{uniqueChars}个不同的字符。" };

    public override IdentityError DuplicateUserName(string userName) =>
        new() { Code = "user-name-taken", Description = $"用户名“{userName}”已被使用。" };

    public override IdentityError InvalidUserName(string? userName) =>
        new() { Code = "user-name-invalid", Description = "用户名只能由字母、数字和 . _ - @ + 组成。" };
}

/// <summary>As long as the database keeps it.</summary>
internal sealed class UserNameLength : IUserValidator<Account>
{
    public const int Most = 256;

    private static readonly IdentityError TooLong = new() { Code = "user-name-too-long", Description = $"用户名不超过{Most}个字符。" };

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(user.UserName is { Length: > Most } ? IdentityResult.Failed(TooLong) : IdentityResult.Success);
}

internal static class IdentityErrors
{
    public static IResult ToProblem(this IdentityResult result) =>
        Problems.Of([.. result.Errors.Select(error => new FieldError(Pointer(error.Code), error.Code, error.Description))]);

    private static string Pointer(string code) => code.StartsWith("password", StringComparison.Ordinal) ? "/password" : "/userName";
}
