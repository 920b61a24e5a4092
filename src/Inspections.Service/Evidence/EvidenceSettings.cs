namespace Campaign.Inspections.Evidence;

/// <summary>Section <c>Evidence</c> of the configuration.</summary>
internal sealed record EvidenceSettings
{
    /// <summary>Where uploads lie until they are whole and, without <see cref="S3"/>, for good. Shared by all instances then.</summary>
    public string Directory { get; init; } = "";

    public long MaxPhotoBytes { get; init; } = 20 << 20;
    public long MaxDocumentBytes { get; init; } = 20 << 20;
    public long MaxVideoBytes { get; init; } = 100 << 20;

    public QuestionSettings Questions { get; init; } = new();

    public S3Settings? S3 { get; init; }

    public long MaxBytes => Math.Max(MaxVideoBytes, Math.Max(MaxPhotoBytes, MaxDocumentBytes));

    public long LimitOf(MediaType type) => type.Class switch
    {
        MediaClass.Photo => MaxPhotoBytes,
        MediaClass.Document => MaxDocumentBytes,
        MediaClass.Video => MaxVideoBytes,
    };

    public static EvidenceSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("Evidence").Get<EvidenceSettings>() ?? new();
        if (settings.Questions.SimilarBits is < 0 or > Photos.Fingerprint.MaxDistance)
            throw new InvalidOperationException($"Evidence:Questions:SimilarBits must be 0 to {Photos.Fingerprint.MaxDistance}.");
        return settings.Directory.Length > 0
            ? settings
            : settings with { Directory = Path.Combine(environment.ContentRootPath, ".local", "evidence") };
    }
}

/// <summary>From where on a photo is worth a question.</summary>
internal sealed record QuestionSettings
{
    public double Hours { get; init; } = 24;

    /// <summary>Wide enough that a phone which speaks GCJ-02 (up to 700 m beside WGS-84) is not asked about its datum.</summary>
    public double Metres { get; init; } = 1000;

    /// <summary>Bits of 64 by which two fingerprints of the same picture may differ.</summary>
    public int SimilarBits { get; init; } = 6;

    /// <summary>How far back the photos of other findings are looked through.</summary>
    public int Months { get; init; } = 12;
}

/// <param name="Endpoint">Address of the storage; buckets are in its path, not in its host name.</param>
internal sealed record S3Settings(string Endpoint, string Bucket, string AccessKey, string SecretKey, string Region = "us-east-1")
{
    /// <summary>Keys are not for logs.</summary>
    public override string ToString() => $"{Endpoint}/{Bucket}";
}
