using System.Data;
using Dapper;

namespace Campaign.Inspections;

/// <summary>What Dapper does not know of the types that Npgsql reads and writes.</summary>
internal static class DapperTypes
{
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new Texts());
    }

    private sealed class Texts : SqlMapper.TypeHandler<string[]>
    {
        public override string[] Parse(object value) => (string[])value;

        public override void SetValue(IDbDataParameter parameter, string[]? value) => parameter.Value = value ?? (object)DBNull.Value;
    }
}
