using System.Data.Common;
using JasperFx.Events;
using Marten.Internal;
using Marten.Internal.Operations;
using Marten.Services;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Campaign.EventStore.OnMarten;

/// <summary>A statement of ours in the batch of a Marten session.</summary>
/// <param name="goesFirst">Before the events; otherwise behind them.</param>
internal sealed class SqlOperation(string sql, IReadOnlyList<object?> arguments, bool goesFirst = false) : IStorageOperation
{
    // Marten puts what is of this type before everything else.
    public Type DocumentType => goesFirst ? typeof(IEvent) : typeof(SqlOperation);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append(sql);
        if (arguments.Count == 0) return;
        // The builder writes the place of a parameter where it takes its value; the statement has its places already.
        builder.Append("/*");
        foreach (var argument in arguments) builder.AppendParameter(SqlStatement.ToPostgres(argument));
        builder.Append("*/");
    }

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}
