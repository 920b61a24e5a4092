namespace Campaign.Web;

/// <summary>An <c>after</c> that no page of the list has as its <c>next</c>; answered as 422.</summary>
public sealed class InvalidCursorException() : Exception(Error.Detail)
{
    public static readonly FieldError Error = new("/after", "cursor-invalid", "after 须为同一列表上一页返回的 next。");
}
