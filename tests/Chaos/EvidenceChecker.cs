using System.Security.Cryptography;
using Campaign.Demo.Api;
using Dapper;

namespace Campaign.Chaos;

/// <summary>Downloads every photo that was taken or has a row, and compares its bytes with its name.</summary>
internal sealed class EvidenceChecker(Inside inside, Street street, Album album)
{
    /// <returns>How many are there as they were sent, and how many are not.</returns>
    public async Task<(int Whole, int Lost)> Judge()
    {
        await using var connection = inside.Open("inspections");
        var rows = await connection.QueryAsync<string>(
            "SELECT sha256 FROM app.evidence WHERE street = @street", new { street = Street.Code });
        var (whole, lost) = (0, 0);
        foreach (var photo in album.Taken.Union(rows, StringComparer.Ordinal))
        {
            if (await IsWhole(photo)) whole++;
            else lost++;
        }
        foreach (var photo in album.Owed)
        {
            Console.WriteLine($"  ✗ 照片 {photo} 因磁盘写满被拒绝，之后重传仍未成功");
            lost++;
        }
        foreach (var (answer, times) in album.Unclear.CountBy(answer => answer)) Console.WriteLine($"  ✗ 照片上传的答复不明确（{times} 次）：{answer}");
        return (whole, lost);
    }

    private async Task<bool> IsWhole(string photo)
    {
        try
        {
            var bytes = await street.Office.Download($"{Street.Path}/evidence/{photo}");
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == photo) return true;
            Console.WriteLine($"  ✗ 照片 {photo} 内容不符（{bytes.Length} 字节）");
        }
        catch (Exception failure) when (failure is Refused or HttpRequestException)
        {
            Console.WriteLine($"  ✗ 照片 {photo} 取不回来：{failure.Message}");
        }
        return false;
    }
}
