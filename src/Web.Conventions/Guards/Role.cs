namespace Campaign.Web;

/// <summary>What a caller may be; written by name into tokens, so names never change.</summary>
public enum Role
{
    /// <summary>区创卫办: every street of the district.</summary>
    DistrictOffice,

    /// <summary>街道创卫办: plans, dispatches and closes the month of its street.</summary>
    StreetOffice,

    /// <summary>督查员: goes out, scores, records and verifies findings.</summary>
    Inspector,

    /// <summary>责任单位经办人: acts for the units in his token only.</summary>
    UnitOfficer,

    /// <summary>包保领导: reviews archives and points of what is linked to him.</summary>
    GuarantorLeader,

    /// <summary>领导小组成员: reads.</summary>
    Leader,

    /// <summary>Another government system; always a machine.</summary>
    Integration,

    /// <summary>The one administrator of releases before there were three: the gateway gives it to nobody, nor takes it in.</summary>
    Administrator,

    /// <summary>系统管理员: operates; opens and closes accounts and clients, and gives them no rights.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: grants rights within his streets, resets, ends sessions.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit trail, and nothing else.</summary>
    AuditAdministrator,
}
