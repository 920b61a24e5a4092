using System.Data;
using Dapper;

namespace Campaign.EventStore;

/// <summary>What Dapper does not know of the types that Npgsql reads and writes.</summary>
internal static class DapperTypes
{
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new Instants());
        SqlMapper.AddTypeHandler(new Texts());
    }

    /// <summary>Read models speak <see cref="DateTimeOffset"/>; Npgsql gives UTC <see cref="DateTime"/>.</summary>
    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            value is DateTimeOffset instant ? instant : new DateTimeOffset((DateTime)value, TimeSpan.Zero);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    /// <summary>Without it Dapper finds no constructor for a record that has an array.</summary>
    private sealed class Texts : SqlMapper.TypeHandler<string[]>
    {
        public override string[] Parse(object value) => (string[])value;

        public override void SetValue(IDbDataParameter parameter, string[]? value) => parameter.Value = value ?? (object)DBNull.Value;
    }
}
