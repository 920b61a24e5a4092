using System.IO.Compression;
using System.Net;
using Campaign.Documents;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

public sealed class LedgerExportTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task The_sheet_has_the_rows_of_the_list_in_its_order_and_calculates_nothing()
    {
        var street = await TestStreet.Create(fixture, "990101481");
        await ManyFindings.Happen(fixture, street.Code, 24);
        const string Filter = "text=HYPERLINK&sort=-caseNumber";
        var listed = await street.Office.AllPages(street.Path($"findings?{Filter}"));

        using var answer = await street.Office.GetAsync(street.Path($"findings/export?{Filter}"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Downloads.XlsxType);
        await using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var rows = Workbook.Read(file)[0].Rows;

        rows.Count.ShouldBe(6);
        rows.Select(row => row["案件编号"].Text).ShouldBe(listed.Select(row => row.GetProperty("caseNumber").GetString()));
        rows.Select(row => row["问题描述"].Text).ShouldBe(listed.Select(row => row.GetProperty("description").GetString()));
        rows.ShouldAllBe(row => row["类别"].Text != "0110" && row["登记时间"].Moment != null);
        (await Sheet(file)).ShouldNotContain("<f>");
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_exported()
    {
        const string Code = "990101482";
        await using (var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO findings (street, id, version, case_number, status, category, severity, description, recorded_at)
                SELECT @Code, gen_random_uuid(), 1, @Code || '-2024-' || lpad(n::text, 6, '0'), 'Recorded', '0110', 'Minor', '垃圾' || n,
                    now()
                FROM generate_series(1, 100000) n
                """, new { Code });
        }
        using var office = fixture.Client(Role.StreetOffice, Code);

        using var answer = await office.GetAsync($"/api/streets/{Code}/findings/export");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        (await Sheet(file)).Split("<row").Length.ShouldBe(100_000 + 1 + 1); // the header, and what is before it
    }

    private static async Task<string> Sheet(Stream file)
    {
        file.Position = 0;
        await using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(
            archive.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        return await reader.ReadToEndAsync();
    }
}
