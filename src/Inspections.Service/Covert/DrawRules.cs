using Campaign.EventStore;

namespace Campaign.Inspections.Covert;

internal static class DrawRules
{
    public static readonly Refusal NotFound = new("draw-not-found", "没有这次抽签。", RefusalKind.NotFound);
    public static readonly Refusal StillSealed = new("draw-still-sealed", "封存期未满，不能公布抽签结果。");
    public static readonly Refusal SecretDiffers = new("draw-secret-differs", "保存的抽签结果与封存时的校验值不符，不能公布，请核查。");
    public static readonly Refusal PoolMissing = new("pool-missing", "须指定考评对象类别或单位名单，二者选一。", RefusalKind.Invalid, "/pool");
    public static readonly Refusal PoolTooSmall = new("pool-too-small", "可抽单位少于要抽取的数量。", RefusalKind.Invalid, "/count");
    public static readonly Refusal SealTooShort = new("seal-too-short", "封存截止时间须晚于现在。", RefusalKind.Invalid, "/until");
    public static readonly Refusal SealTooLong = new("seal-too-long", "封存期不能超过一年。", RefusalKind.Invalid, "/until");
}
