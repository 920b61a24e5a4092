using System.Diagnostics;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.Demo.Input;
using Campaign.EventStore.Bench;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Platform.Bench;

/// <summary>
/// What a small read and a small command of one caller take while another does all he can: exports and figures of a whole ledger, workbooks
/// and photos, as many at once as he likes. Beside it the same without him, in the same run.
/// </summary>
internal static class NeighbourBench
{
    private const int Rows = 20_000;
    private const int OfEachKind = 8;
    private const int LargePhoto = 300_000;

    public static async Task Run(World world, Street street, TimeSpan time, Report report)
    {
        await street.Inspector.Post(
            $"{Street.Path}/findings", new { category = Street.Category, description = "绿化带内有垃圾", place = new { address = "金牛山路" } });
        await world.QueuesAreEmpty();
        await LedgerBench.Fill(world, 1, Rows);
        var alone = await Ask(street, time);

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(world.GatewayAddress) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await street.Office.AccessToken());
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(Wishes().SelectMany(wish => Enumerable.Range(0, OfEachKind).Select(_ => Repeat(http, wish, stop.Token))));
        var beside = await Ask(street, time);
        await stop.CancelAsync();
        var refused = (await load).Sum();

        Add("a neighbour's ledger page", alone.Reads, beside.Reads);
        Add("a neighbour's finding", alone.Commands, beside.Commands);
        report.Add(new("the other caller's requests answered 429", refused, "", Goal: null));

        void Add(string name, IReadOnlyList<double> without, IReadOnlyList<double> with)
        {
            report.Add(new($"{name} alone, p99", without.At(0.99), "ms", Goal: null, LessIsBetter: true));
            report.Add(new($"{name} beside one who overdoes it, p99", with.At(0.99), "ms", Goal: null, without.At(0.99), "the same alone",
                LessIsBetter: true));
        }
    }

    private static async Task<(IReadOnlyList<double> Reads, IReadOnlyList<double> Commands)> Ask(Street street, TimeSpan time)
    {
        var (reads, commands, begun) = (new List<double>(), new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            reads.Add(await Time(() => street.Inspector.Download($"{Street.Path}/findings?limit=20")));
            commands.Add(await Time(() => street.Inspector.Post(
                $"{Street.Path}/findings", new { category = Street.Category, description = "乱堆放", place = new { address = "中山路" } })));
        }
        return (reads, commands);
    }

    private static async Task<double> Time(Func<Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IEnumerable<Func<HttpRequestMessage>> Wishes()
    {
        var book = new TinyWorkbook().Rows(
            "台账", [["编号", "登记时间", "类别"], .. Enumerable.Range(1, 2000).Select(n => (string?[])[$"N-{n}", "2024-09-02", Street.Category])])
            .File().ToArray();
        var year = TimeProvider.System.GetUtcNow().Year;
        yield return () => new(HttpMethod.Get, $"{Street.Path}/findings/export");
        yield return () => new(HttpMethod.Get, $"{Street.Path}/findings/figures?from={year - 3}-01-01&to={year}-12-31&by=unit");
        yield return () => new(HttpMethod.Post, $"{Street.Path}/history-imports/workbook?dryRun=true")
        {
            Content = new ByteArrayContent(book) { Headers = { ContentType = new(Downloads.XlsxType) } },
        };
        yield return () =>
        {
            var photo = new Picture([.. Picture.New().Bytes, .. new byte[LargePhoto]]);
            return new(HttpMethod.Put, $"{Street.Path}/evidence/{photo.Id}")
            {
                Content = new ByteArrayContent(photo.Bytes) { Headers = { ContentType = new("image/png") } },
            };
        };
    }

    /// <returns>How often he was told to come back; he does at once.</returns>
    private static async Task<int> Repeat(HttpClient http, Func<HttpRequestMessage> wish, CancellationToken stop)
    {
        var refused = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var request = wish();
                using var answer = await http.SendAsync(request, stop);
                if (answer.StatusCode is System.Net.HttpStatusCode.TooManyRequests) refused++;
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        return refused;
    }
}
