using Campaign.Inspections.Kernel;
using Campaign.Inspections.Ledger;

namespace Campaign.Inspections.Inspections;

internal sealed class CovertVeil : IVeil
{
    public string OfInspection =>
        $"SELECT EXISTS (SELECT 1 FROM inspections WHERE street = @street AND id = @inspection AND {CovertSecrecy.Veiled})";
}
