namespace Campaign.Gateway.Audit;

/// <summary>What is kept of, by name: names never change. The Chinese words are for who reads the interface's description.</summary>
internal enum AuditAction
{
    /// <summary>登录</summary>
    SignIn,

    /// <summary>退出登录</summary>
    SignOut,

    /// <summary>换取令牌</summary>
    TokenIssued,

    /// <summary>结束会话或令牌</summary>
    SessionsEnded,

    /// <summary>设置首位管理员</summary>
    FirstAdministrator,

    /// <summary>新增账号</summary>
    AccountCreated,

    /// <summary>修改账号</summary>
    AccountChanged,

    /// <summary>新增机器客户端</summary>
    ClientCreated,

    /// <summary>修改机器客户端</summary>
    ClientChanged,

    /// <summary>更换机器客户端密钥</summary>
    SecretRotated,

    /// <summary>变更权限</summary>
    RightsChanged,

    /// <summary>签发密码重置链接</summary>
    PasswordLinkIssued,

    /// <summary>以链接重置密码</summary>
    PasswordReset,

    /// <summary>修改本人密码</summary>
    PasswordChanged,

    /// <summary>启用双因素认证</summary>
    SecondFactorEnrolled,

    /// <summary>停用双因素认证</summary>
    SecondFactorRemoved,

    /// <summary>导出</summary>
    Export,

    /// <summary>查看凭证</summary>
    EvidenceRead,

    /// <summary>查看个人信息</summary>
    PersonalDataRead,

    /// <summary>运维操作</summary>
    Operation,

    /// <summary>查看审计记录</summary>
    AuditRead,
}

internal enum AuditOutcome
{
    /// <summary>成功</summary>
    Done,

    /// <summary>被拒绝</summary>
    Refused,

    /// <summary>账号或地址已锁定</summary>
    Locked,

    /// <summary>未能完成</summary>
    Failed,
}

/// <summary>What happened, before it has its place in the chain. No names, no secrets: ids, codes and addresses.</summary>
/// <param name="Actor">Subject of the account or client; <see cref="Nobody"/> where none was known.</param>
/// <param name="Target">On whom or what: a subject, or the address that was asked.</param>
internal sealed record AuditEvent(
    AuditAction Action, AuditOutcome Outcome, int Status, string Actor, string? Address, string? Target, string? Detail,
    string? Correlation)
{
    public const string Nobody = "nobody";

    /// <summary>The gateway itself, as when it takes up the operator's secret.</summary>
    public const string Gateway = "gateway";
}

/// <summary>A link of the chain: <see cref="Hash"/> is over all else of it, the hash of the entry before included.</summary>
internal sealed record AuditEntry(
    long Sequence, DateTimeOffset At, AuditAction Action, AuditOutcome Outcome, int Status, string Actor, string? Address, string? Target,
    string? Detail, string? Correlation, byte[] Previous, byte[] Hash);
