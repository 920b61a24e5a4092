using Campaign.EventStore;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Looks at a photo while its upload waits: whether it is whole, how large, and what it says of itself. Whether its picture can be
/// opened shows later (<see cref="Recognition"/>).
/// </summary>
internal static class PhotoReader
{
    public static PhotoLook Read(MediaType type, byte[] file)
    {
        if (PhotoHeader.Read(type, file) is not { } header) return EvidenceRules.Unreadable;
        return PixelLimits.AreExceeded(type, header.Width, header.Height)
            ? EvidenceRules.TooManyPixels(type, header.Width, header.Height)
            : new PhotoLook(PhotoFacts.Of(header), header.IsDecoded, null);
    }
}

/// <param name="AwaitsRecognition">Its picture is still to be opened.</param>
/// <param name="Refusal">Why the photo is not taken; the facts are none then.</param>
internal readonly record struct PhotoLook(PhotoFacts Facts, bool AwaitsRecognition, Refusal? Refusal)
{
    public static readonly PhotoLook NoPhoto = new(PhotoFacts.None, false, null);

    public static implicit operator PhotoLook(Refusal refusal) => NoPhoto with { Refusal = refusal };
}
