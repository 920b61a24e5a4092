using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Reference;

/// <summary>Every version is kept: a finding is shown by the one it was judged under.</summary>
internal sealed class CategoriesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not FindingCategoriesSet e) return;
        sql.Add("UPDATE finding_categories SET current = false WHERE current");
        sql.Add(
            """
            INSERT INTO finding_categories (list_version, position, code, current, entry)
            SELECT $1, position, code, true, entry::jsonb FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS c (code, entry, position)
            """,
            @event.Version, e.Categories.Select(c => c.Code).ToArray(),
            e.Categories.Select(category => RowJson.Json(category.ToFindingCategory())).ToArray());
    }
}
