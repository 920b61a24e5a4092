using System.Diagnostics.CodeAnalysis;
using Campaign.Demo.Api;
using Campaign.Demo.Steps;

namespace Campaign.Chaos;

/// <summary>Load and troubles at the same time; then quiet; then the count.</summary>
internal static class Experiment
{
    [SuppressMessage("Reliability", "CA2025", Justification = "Everything is awaited before the world ends.")]
    public static Task<Verdict> Run(int seed, TimeSpan duration, TimeProvider clock, CancellationToken stop) =>
        World.Run(async (world, ct) =>
    {
        using var gateway = GatewayOf(world, clock, patient: true);
        using var plain = GatewayOf(world, clock, patient: false);
        var street = await Street.Prepare(gateway, clock);
        var district = await new Accounts(plain, plain.Operator()).DistrictOffice();

        var (journal, troubles) = (new Journal(), new Troubles(world, seed, clock));
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var duplicates = new Duplicates(world.BrokerAddress, seed, clock);
        var repeating = duplicates.Make(quiet.Token);
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var load = new Load(street, journal, clock).Work(seed, rest.Token);
        var photographers = new Photographers(district, journal.Photos, clock).Work(seed, rest.Token);

        await troubles.Make(clock.GetUtcNow() + duration, ct);
        await rest.CancelAsync();
        await load;
        await photographers;
        await quiet.CancelAsync();
        await repeating;
        Console.WriteLine(
            $"  {journal.Acknowledged} 项操作得到确认，照片因无处可存被拒绝 {journal.Photos.Refused} 次，重复投递 {duplicates.Said} 条消息，杀死进程 {troubles.Kills} 次；等待一切平静……");
        var settled = await Settlement.Wait(world.Inside, clock, ct);
        var verdict = await new Checker(world.Inside, street, journal).Judge(settled, troubles.Kills);
        return verdict with { HalfWritten = world.Evidence.LeftBehind() };
    }, clock, stop);

    private static Gateway GatewayOf(World world, TimeProvider clock, bool patient) => Gateway.From(name => name switch
    {
        "CAMPAIGN_GATEWAY" => world.GatewayAddress,
        "CAMPAIGN_OPERATOR_SECRET_FILE" => world.OperatorSecretFile,
        _ => null,
    }, clock, patient);
}
