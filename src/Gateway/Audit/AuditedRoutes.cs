namespace Campaign.Gateway.Audit;

/// <summary>
/// What of the services' interface is kept in the audit trail, and what of the gateway's own only when it was refused (what is done there
/// records itself). <c>*</c> stands for one part of an address, <c>**</c> for all that follows.
/// </summary>
internal sealed record AuditedRoutes(AuditAction Action, string Path, bool Changes = false, bool OnlyRefusals = false)
{
    public static readonly IReadOnlyList<AuditedRoutes> All =
    [
        new(AuditAction.Export, "/api/streets/*/findings/export"),
        new(AuditAction.Export, "/api/streets/*/awards/*/workbook"),
        new(AuditAction.Export, "/api/streets/*/reports/*"),
        new(AuditAction.EvidenceRead, "/api/streets/*/evidence/**"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/posts/**"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/organisation/**"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/responsible"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/rosters/**"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/guarantor-links"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/establishments/**"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/assignments/*/check-ins"),
        new(AuditAction.PersonalDataRead, "/api/streets/*/evaluations/*/ballot"),
        new(AuditAction.Operation, "/api/operations/**"),
        new(AuditAction.Operation, "/api/operations/**", Changes: true),
        new(AuditAction.Operation, "/api/integrations/**", Changes: true),
        new(AuditAction.AccountChanged, "/api/admin/accounts/**", Changes: true, OnlyRefusals: true),
        new(AuditAction.ClientChanged, "/api/admin/clients/**", Changes: true, OnlyRefusals: true),
        new(AuditAction.AuditRead, "/api/audit/**"),
    ];

    /// <summary>Documents to take away, wherever they come from.</summary>
    private static readonly string[] Documents =
        ["application/vnd.openxmlformats-officedocument.", "application/vnd.ms-", "application/pdf", "application/zip", "text/csv"];

    public static AuditedRoutes? Of(HttpRequest request)
    {
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        var path = (request.Path.Value ?? "").TrimEnd('/').Split('/');
        return All.FirstOrDefault(route => route.Changes == changes && route.Matches(path));
    }

    public static bool IsDocument(string? contentType) =>
        contentType is not null && Documents.Any(kind => contentType.StartsWith(kind, StringComparison.OrdinalIgnoreCase));

    private bool Matches(string[] path)
    {
        var wanted = Path.Split('/');
        for (var part = 0; part < wanted.Length; part++)
        {
            if (wanted[part] is "**") return true;
            if (part >= path.Length) return false;
            if (wanted[part] is not "*" && !string.Equals(wanted[part], path[part], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return path.Length == wanted.Length;
    }
}
