using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore.Tests;

public sealed class StreamKeepingSpecs : IAsyncLifetime
{
    private readonly StreamId<Case> stream = Cases.New();
    private Instance service = null!;

    private StreamKeeping Keeping => service.Services.GetRequiredService<StreamKeeping>();

    public async ValueTask InitializeAsync() => service = await Instance.Start(
        store => store.AddReadModel(GetType().Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline),
        types: Cases.Types().Add<CaseMoved>().Mask<CaseNoted>(noted => noted with { Text = "***" }));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task An_archived_stream_is_read_and_rebuilt_and_takes_nothing_more()
    {
        await service.Store.Append(stream, 0, Cases.Opened, Cases.Note());

        await Keeping.Archive(stream, CancellationToken.None);

        (await Should.ThrowAsync<StreamArchivedException>(service.Store.Append(stream, 2, Cases.Note()))).Stream.ShouldBe(stream);
        (await service.Store.Case(stream)).Version.ShouldBe(2);
        (await service.Services.GetRequiredService<ProjectionRebuild>().Run(CancellationToken.None)).ShouldBe(2);
        (await service.Scalar<int>("SELECT notes FROM case_board WHERE id = $1", stream.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Personal_data_are_masked_in_the_streams_named_and_in_no_other()
    {
        var (other, elsewhere) = (Cases.New(), stream with { Tenant = Cases.OtherStreet });
        foreach (var each in new[] { stream, other, elsewhere }) await service.Store.Append(each, 0, Cases.Opened, Cases.Note("张三"));
        var before = await service.Store.Read(stream, CancellationToken.None);

        await Keeping.Mask([stream], CancellationToken.None);

        var after = await service.Store.Read(stream, CancellationToken.None);
        after[0].ShouldBe(before[0]);
        after[1].ShouldBe(before[1] with { Data = Cases.Note("***") });
        (await service.Store.Case(other)).State.Text.ShouldBe("张三");
        (await service.Store.Case(elsewhere)).State.Text.ShouldBe("张三");
        await Should.ThrowAsync<ArgumentException>(Keeping.Mask([stream, elsewhere], CancellationToken.None));
    }

    [Fact]
    public async Task An_event_of_an_earlier_shape_is_masked_in_its_newest_and_marten_reads_it_alike()
    {
        await service.Store.Append(stream, 0, new CaseMoved("李四家"));
        var types = Cases.Types().Add<CaseMoved>().Add<CaseMovedV2>()
            .Upcast<CaseMoved, CaseMovedV2>(old => new(old.Place, "搬迁")).Mask<CaseMovedV2>(moved => moved with { Place = "***" });
        await using var later = await Instance.Start(database: service.Database, types: types);
        await using (var session = later.Services.GetRequiredService<IDocumentStore>().QuerySession(stream.Tenant))
            (await session.Events.FetchStreamAsync(stream.Id)).ShouldHaveSingleItem().Data.ShouldBe(new CaseMovedV2("李四家", "搬迁"));

        await later.Services.GetRequiredService<StreamKeeping>().Mask([stream], CancellationToken.None);

        (await later.Store.Read(stream, CancellationToken.None)).ShouldHaveSingleItem().Data.ShouldBe(new CaseMovedV2("***", "搬迁"));
        (await later.Scalar<string>("SELECT type FROM mt_events")).ShouldBe("case_moved_v2");
    }
}
