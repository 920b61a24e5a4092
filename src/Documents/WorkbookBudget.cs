namespace Campaign.Documents;

/// <summary>What reading one workbook may cost: more than any office has sent, less than would keep others waiting.</summary>
internal sealed record WorkbookLimits
{
    public int Columns { get; init; } = 256;

    public int Rows { get; init; } = 200_000;

    public int Cells { get; init; } = 1_000_000;

    /// <summary>Characters, as often as a cell has them.</summary>
    public int Texts { get; init; } = 32 << 20;

    public int Merged { get; init; } = 20_000;

    public int Formats { get; init; } = 65_536;

    public int Sheets { get; init; } = 100;

    public int Parts { get; init; } = 10_000;

    /// <summary>Bytes.</summary>
    public int Unpacked { get; init; } = 64 << 20;
}

/// <summary>
/// What reading one workbook has cost, counted while it is read: what a file says of its own size is not believed. Ends with the caller's
/// patience, too.
/// </summary>
internal sealed class WorkbookBudget(WorkbookLimits limits, CancellationToken cancellation)
{
    private int unpacked;
    private int cells;
    private int texts;
    private int rows;
    private int merged;
    private int formats;
    private int sheets;

    public int Columns => limits.Columns;

    /// <summary>Bytes of the parts that are read, also of one that is read again.</summary>
    public void Unpack(int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        if (bytes > limits.Unpacked - unpacked) throw TooLarge($"工作簿展开后超过 {limits.Unpacked >> 20} MB，请拆分后上传。");
        unpacked += bytes;
    }

    public void Parts(int count)
    {
        if (count > limits.Parts) throw TooLarge($"工作簿内的文件超过 {limits.Parts} 个。");
    }

    public void Sheet()
    {
        if (++sheets > limits.Sheets) throw TooLarge($"工作簿的工作表超过 {limits.Sheets} 张。");
    }

    /// <summary>A row that holds something.</summary>
    public void Row()
    {
        if (++rows > limits.Rows) throw TooLarge($"工作簿超过 {limits.Rows} 行，请拆分后上传。");
    }

    /// <summary>Blank ones, too, and those to which a merged area gives its value.</summary>
    public void Cell()
    {
        if (++cells > limits.Cells) throw TooLarge($"工作簿超过 {limits.Cells} 个单元格，请删去多余的行、列和格式后重新上传。");
        if ((cells & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
    }

    public void Text(int characters)
    {
        if (characters > limits.Texts - texts) throw TooLarge($"工作簿的文字超过 {limits.Texts} 字，请拆分后上传。");
        texts += characters;
    }

    public void Merged()
    {
        if (++merged > limits.Merged) throw TooLarge($"工作簿的合并单元格超过 {limits.Merged} 处。");
    }

    public void Format()
    {
        if (++formats > limits.Formats) throw TooLarge($"工作簿的单元格格式超过 {limits.Formats} 种。");
    }

    public static WorkbookException TooLarge(string message) => new("workbook-too-large", message);
}
