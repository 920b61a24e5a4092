using Campaign.Demo.Api;
using Campaign.Demo.Figures;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>Closes and publishes the month; a month that is out already is only read.</summary>
internal sealed class MonthEnd(Caller office, string street, string month)
{
    private string Street => $"api/streets/{street}";
    private string Month => $"{Street}/months/{month}";

    /// <returns>The figures, and the bulletin that announced them where there is one.</returns>
    public async Task<(MonthReport Report, Bulletin? Bulletin)> Run()
    {
        var report = await Report();
        if (report.Status == "Published")
        {
            Screen.Done($"{month} 以前已封账并通报，本次只读取");
        }
        else if (report.Status == "Closed" || await Close(new { }))
        {
            await office.Post($"{Month}/publication", new { });
            report = await Report();
            Screen.Done($"{month} 已封账并通报");
        }
        if (report.PendingCorrections is { Count: > 0 } pending) Screen.Note($"封账后又有 {pending.Count} 处变化，列为待更正，不改动已发布的数据。");
        return (report, report.Status == "Published" ? await Published() : null);
    }

    private Task<MonthReport> Report() => office.Get<MonthReport>(Month);

    /// <returns>False for a month that is not over: its figures are provisional.</returns>
    private async Task<bool> Close(object how)
    {
        try
        {
            await office.Post($"{Month}/closing", how);
            return true;
        }
        catch (Refused refused) when (refused.Rule == "open-points")
        {
            Screen.Note("封账核对清单尚有未了事项（如缺检的周次），注明理由后强制封账。");
            return await Close(new { force = true, reason = "缺检周次已如实列入通报。" });
        }
        catch (Refused refused) when (refused.Rule == "month-not-over")
        {
            Screen.Note($"{month} 尚未结束，不能封账；以下为暂定数据。");
            return false;
        }
    }

    private async Task<Bulletin> Published()
    {
        var bulletins = await office.GetAll<ListedBulletin>($"{Street}/bulletins");
        var listed = bulletins.Where(bulletin => bulletin.Month == month).MaxBy(bulletin => (bulletin.Year, bulletin.Number))
            ?? throw new DemoFailure($"{month} 已通报，但通报目录中没有它。");
        return await office.Get<Bulletin>($"{Street}/bulletins/{listed.Year}/{listed.Number}");
    }

    private sealed record ListedBulletin(int Year, int Number, string Month);
}
