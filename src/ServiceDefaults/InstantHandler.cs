using System.Data;
using Dapper;

namespace Campaign.ServiceDefaults;

/// <summary>Read models speak <see cref="DateTimeOffset"/>; Npgsql gives UTC <see cref="DateTime"/>.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public static void Register() => SqlMapper.AddTypeHandler(new InstantHandler());

    public override DateTimeOffset Parse(object value) => value is DateTimeOffset instant ? instant : new DateTimeOffset((DateTime)value, TimeSpan.Zero);

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
}
