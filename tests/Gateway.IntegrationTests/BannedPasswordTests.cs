using Campaign.Gateway.Accounts;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class BannedPasswordTests
{
    [Theory]
    [InlineData("password123456")]
    [InlineData("Qwerty-Asdfgh-123")]
    [InlineData("chuangweiban2026")]
    [InlineData("admin@123456789")]
    [InlineData("1q2w3e4r5t123456")]
    [InlineData("创卫办密码123456!")]
    [InlineData("zhang.wei.2026!", "zhang.wei")]
    [InlineData("!@#$%^&*()_+-=")]
    public void What_is_guessed_first_is_banned(string password, string? userName = null) =>
        BannedPasswords.IsBanned(userName, password).ShouldBeTrue();

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("another long password")]
    [InlineData("xk7-pq2-vb9-lt4")]
    [InlineData("春眠不觉晓处处闻啼鸟夜来")]
    [InlineData("wei und etwas ganz anderes", "wei")]
    public void What_is_not_is_taken(string password, string? userName = null) =>
        BannedPasswords.IsBanned(userName, password).ShouldBeFalse();
}
