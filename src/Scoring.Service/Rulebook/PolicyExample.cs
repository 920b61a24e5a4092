namespace Campaign.Scoring.Rulebook;

/// <summary>The policy that the documents show: which fields go together no schema can tell.</summary>
internal static class PolicyExample
{
    public const string Json =
        """
        {
          "name": "月度考评办法", "dailyWeight": 0.75, "evaluationWeight": 0.25,
          "adjustments": [{ "kind": "commendation", "points": 1, "capPerMonth": 2 }],
          "items": [
            { "id": "daily", "name": "日常检查", "rule": "mean", "metric": "inspection", "weight": 85 },
            { "id": "onTime", "name": "按期销号", "rule": "ratio", "metric": "onTimeStrikeOff", "weight": 10 },
            { "id": "overdue", "name": "超期案件", "rule": "perOccurrence", "metric": "overdueCase", "weight": 5, "points": -1 }
          ],
          "grades": {
            "bands": [{ "name": "优", "from": 90 }, { "name": "良", "from": 75 }, { "name": "差", "from": 0 }],
            "monthBy": "mean", "totalBy": "mean"
          }
        }
        """;
}
