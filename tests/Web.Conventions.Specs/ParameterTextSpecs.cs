namespace Campaign.Web.Specs;

/// <summary>What stands in an address is read as what it is declared to be, the same on every host, or refused by its name.</summary>
public sealed class ParameterTextSpecs
{
    [Theory]
    [InlineData(typeof(int), "12")]
    [InlineData(typeof(int?), "-3")]
    [InlineData(typeof(double), "117.2")]
    [InlineData(typeof(Guid), "019300c8-0000-7000-8000-000000000000")]
    [InlineData(typeof(DateOnly?), "2024-09-02")]
    [InlineData(typeof(DateTimeOffset), "2024-09-02T09:00:00+08:00")]
    [InlineData(typeof(DateTimeOffset?), "2024-09-02T01:00:00.5Z")]
    [InlineData(typeof(string), "anything")]
    public void What_is_one_is_read(Type type, string text) => ParameterText.Error("x", type, text).ShouldBeNull();

    [Theory]
    [InlineData(typeof(int), "1.5", "parameter-value-invalid")]
    [InlineData(typeof(int?), "2147483648", "parameter-value-invalid")]
    [InlineData(typeof(long), "1,000", "parameter-value-invalid")]
    [InlineData(typeof(double), "NaN", "parameter-value-invalid")]
    [InlineData(typeof(double), "1e999", "parameter-value-invalid")]
    [InlineData(typeof(decimal), "1e40", "parameter-value-invalid")]
    [InlineData(typeof(Guid?), "019300c8", "parameter-value-invalid")]
    [InlineData(typeof(DateOnly), "02/09/2024", "parameter-value-invalid")]
    [InlineData(typeof(DateOnly), "2024-02-30", "parameter-value-invalid")]
    [InlineData(typeof(DateOnly?), "2024-09-02T09:00:00Z", "parameter-value-invalid")]
    [InlineData(typeof(DateTimeOffset), "2024-09-02T09:00:00", "offset-missing")]
    [InlineData(typeof(DateTimeOffset?), "2024-09-02", "offset-missing")]
    [InlineData(typeof(DateTimeOffset), "2024-09-02T09:00:00 08:00", "parameter-value-invalid")]
    [InlineData(typeof(DateTimeOffset), "gestern", "parameter-value-invalid")]
    public void What_is_none_is_refused_by_its_name(Type type, string text, string rule)
    {
        var error = ParameterText.Error("a/b", type, text).ShouldNotBeNull();

        (error.Pointer, error.Rule).ShouldBe(("/a~1b", rule));
        error.Detail.ShouldStartWith("“a/b”须为");
    }
}
