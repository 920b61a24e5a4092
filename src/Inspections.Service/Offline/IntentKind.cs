using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <param name="Allowed">Who may do the same online.</param>
/// <param name="Begins">A finding or inspection begins with it, under the intent's id.</param>
internal sealed record IntentKind(string Name, Role[] Allowed, Func<IntentContext, Task<Preparation>> Prepare, bool Begins = false)
{
    public Guid? Thing(Intent intent) => Begins ? intent.Id : intent.Target;
}
