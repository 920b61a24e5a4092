namespace Campaign.EventStore;

/// <summary>The statements that the inline projections make of an append, whichever implementation carries them.</summary>
internal sealed class InlineProjections(IEnumerable<RegisteredProjection> projections, EventTypes types)
{
    private readonly IProjection[] inline = [.. projections.Where(p => p.Mode is ProjectionMode.Inline).Select(p => p.Projection)];

    public SqlBatch Of(IReadOnlyList<StreamAppend> appends, EventMetadata metadata)
    {
        var sql = new SqlBatch();
        if (inline.Length == 0) return sql;
        foreach (var append in appends)
        {
            var version = append.ExpectedVersion;
            foreach (var (id, data) in append.Events)
            {
                var @event = new StreamEvent(append.Stream, ++version, id, types.Upcast(data), append.Metadata ?? metadata);
                foreach (var projection in inline) projection.Project(@event, sql);
            }
        }

        return sql;
    }
}

internal sealed record RegisteredProjection(IProjection Projection, ProjectionMode Mode);
