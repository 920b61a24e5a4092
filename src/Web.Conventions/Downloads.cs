using Campaign.Documents;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>Office documents as answers, under a name that may be Chinese.</summary>
public static class Downloads
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// The workbook goes through a file that is gone when it is sent: memory does not grow with the rows, and what fails while they are
    /// read is answered as a problem, not as half a workbook.
    /// </summary>
    /// <param name="fileName">With its ending.</param>
    public static async Task<IResult> Xlsx(string fileName, Func<WorkbookWriter, Task> write)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, BufferSize,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using (var book = new WorkbookWriter(file)) await write(book);
            file.Position = 0;
            return TypedResults.File(file, XlsxType, fileName);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <param name="fileName">With its ending.</param>
    public static IResult Docx(string fileName, OfficialDocument document)
    {
        var file = new MemoryStream();
        document.Save(file);
        return TypedResults.File(file.ToArray(), DocxType, fileName);
    }
}
