# `./campaign bench`: on engines of its own that are as durable as in production, gone afterwards.

run_bench() {
  require_sdk
  require_engines || { say_how_to_install_engines; exit 1; }
  build "$root/eng/bench.slnf"
  dotnet "$cli" exec --durable -- dotnet "$root/bench/EventStore.Bench/bin/$configuration/net10.0/Campaign.EventStore.Bench.dll" "$@"
  exec dotnet "$root/bench/Platform.Bench/bin/$configuration/net10.0/Campaign.Platform.Bench.dll" "$@"
}
