using System.Security.Cryptography;
using System.Text;
using Campaign.Inspections.Covert;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Covert;

public sealed class LotSpecs
{
    private static readonly string[] Pool = [.. Enumerable.Range(1, 20).Select(no => $"U{no:000}")];
    private static readonly Lot Drawn = Lot.Draw(Pool, 3, new string('a', 64));

    [Fact]
    public void The_commitment_is_what_the_recipe_says() => Drawn.Commitment.ShouldBe(Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Drawn.Salt}\n{Drawn.Targets[0]}\n{Drawn.Targets[1]}\n{Drawn.Targets[2]}"))));

    [Fact]
    public void Salts_are_random_and_what_they_draw_differs()
    {
        var draws = Enumerable.Range(0, 50).Select(_ => Lot.Draw(Pool, 3)).ToList();
        draws.Select(draw => draw.Salt).Distinct().Count().ShouldBe(50);
        draws.Select(draw => draw.Salt.Length).ShouldAllBe(length => length == 64);
        draws.SelectMany(draw => draw.Targets).Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Whoever_knows_salt_and_pool_draws_the_same_in_whatever_order_the_pool_is() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from pool in Gen.Shuffle(Pool) from count in Gen.Choose(1, Pool.Length) from salt in Salt select (pool, count, salt))
            .ToArbitrary(),
        sample =>
        {
            var lot = Lot.Draw(sample.pool, sample.count, sample.salt);
            return lot.Targets.SequenceEqual(Lot.Draw(Pool, sample.count, sample.salt).Targets)
                && lot.Targets.Distinct().Count() == sample.count && lot.Targets.All(Pool.Contains);
        }));

    [Fact]
    public void Any_changed_target_or_salt_fails_the_commitment() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from salt in Salt
         from other in Salt
         from count in Gen.Choose(1, 19)
         from index in Gen.Choose(0, count - 1)
         from another in Gen.Elements(Pool)
         select (Lot: Lot.Draw(Pool, count, salt), other, index, another)).ToArbitrary(),
        sample =>
        {
            var (lot, other, index, another) = sample;
            var changed = lot with { Targets = [.. lot.Targets.Select((target, at) => at == index ? another : target)] };
            return changed.Commitment == lot.Commitment == (another == lot.Targets[index])
                && (lot with { Salt = other }).Commitment == lot.Commitment == (other == lot.Salt)
                && (lot with { Targets = [.. lot.Targets.Skip(1)] }).Commitment != lot.Commitment
                && (lot with { Targets = [string.Concat(lot.Targets)] }).Commitment == lot.Commitment == (lot.Targets.Count == 1);
        }));

    private static Gen<string> Salt => Gen.Choose(0, int.MaxValue).Select(seed => seed.ToString("x64"));
}
