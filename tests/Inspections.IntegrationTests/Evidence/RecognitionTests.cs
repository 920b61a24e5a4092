using System.Collections.Concurrent;
using System.Net;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Storage;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>Pictures are opened after their upload was answered.</summary>
public sealed class RecognitionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_photo_that_waited_while_the_service_was_down_is_recognised_by_whoever_comes()
    {
        var street = await TestStreet.Create(fixture, "990101551");
        var photo = await street.Upload(TinyPhoto.Of(551));
        await Recognised.Await(fixture.Host, photo);
        var fingerprint = await Recognised.Fingerprint(fixture.Host, photo);

        foreach (var attempts in (int[])[0, 1])
        {
            await Recognised.Undo(fixture.Host, photo, attempts);
            await Recognised.Await(fixture.Host, photo);
            (await Recognised.Fingerprint(fixture.Host, photo)).ShouldBe(fingerprint.ShouldNotBeNull());
        }
    }

    [Fact]
    public async Task A_photo_that_ended_the_service_three_times_is_left_alone_and_asked_about()
    {
        var street = await TestStreet.Create(fixture, "990101552");
        var photo = await street.Upload(TinyPhoto.Of(552));
        await Recognised.Await(fixture.Host, photo);
        await Recognised.Undo(fixture.Host, photo, attempts: 3);
        await Recognised.Await(fixture.Host, photo);

        (await Recognised.Fingerprint(fixture.Host, photo)).ShouldBeNull();
        (await Questions(street, await street.Record(null, photo))).ShouldBe(["Unreadable"]);
    }

    [Fact]
    public async Task A_picture_that_turns_out_to_be_none_is_asked_about()
    {
        var street = await TestStreet.Create(fixture, "990101553");
        var broken = TinyPhoto.Of(553).ToJpeg();
        broken[broken.AsSpan().IndexOf([(byte)0xFF, (byte)0xDB]) + 4] = 3; // the table that the picture needs has another number
        using var put = await street.Put(broken);
        put.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = await street.Record(null, TestStreet.Id(broken));

        await Recognised.Await(fixture.Host, TestStreet.Id(broken));
        (await Questions(street, id)).ShouldBe(["Unreadable"]);
        (await street.Get($"findings/{id}")).GetProperty("evidenceQuestions")[0].GetProperty("text").GetString().ShouldBe(
            "整改前照片无法完整打开，文件可能已损坏，请要求重新拍摄或提供原图。");
    }

    [Fact]
    public async Task Nobody_waits_for_all_the_slow_pictures_of_another()
    {
        var place = Directory.CreateTempSubdirectory("evidence-").FullName;
        using var alone = await Surroundings.Create();
        await using (var host = alone.Start<Program>(
            "inspections", services => services.AddSingleton<IEvidenceFiles, HeldFiles>(), ("Evidence:Directory", place)))
        {
            await host.Ready();
            var street = await TestStreet.Create(host, "990101554");
            var files = (HeldFiles)host.Get<IEvidenceFiles>();
            foreach (var bomb in Enumerable.Range(1, 4).Select(n => BlankPng.Of(8000, 8000, $"{n}")))
            {
                using var taken = await street.Put(bomb);
                taken.StatusCode.ShouldBe(HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
            }
            await Eventually.Holds(() => Task.FromResult(!files.Opened.IsEmpty));

            var photo = TinyPhoto.Of(554).ToJpeg();
            using var put = await street.Office.PutAsync(street.Path($"evidence/{TestStreet.Id(photo)}"), new ByteArrayContent(photo));
            put.StatusCode.ShouldBe(HttpStatusCode.Created);
            files.LetGo();
            await Recognised.Await(host, TestStreet.Id(photo));

            files.Opened.ToList().IndexOf(TestStreet.Id(photo)).ShouldBeInRange(1, 2);
        }
        Directory.Delete(place, recursive: true);
    }

    private static async Task<IReadOnlyList<string?>> Questions(TestStreet street, Guid id) =>
        [.. (await street.Get($"findings/{id}/evidence-questions")).EnumerateArray().Select(q => q.GetProperty("kind").GetString())];

    /// <summary>Gives nothing out before it is told to, and remembers who came for what.</summary>
    private sealed class HeldFiles(EvidenceSettings settings) : IEvidenceFiles
    {
        private readonly LocalFiles files = new(settings);
        private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Opened { get; } = new();

        public void LetGo() => go.SetResult();

        public Task Keep(string sha256, string path, CancellationToken cancellation) => files.Keep(sha256, path, cancellation);

        public async Task<Stream?> Open(string sha256, CancellationToken cancellation)
        {
            Opened.Enqueue(sha256);
            await go.Task.WaitAsync(cancellation);
            return await files.Open(sha256, cancellation);
        }
    }
}
