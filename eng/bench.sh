# `./campaign bench`: on engines of its own that are as durable as in production, gone afterwards.

run_bench() {
  require_sdk
  probe_feed_once
  require_engines || { say_how_to_install_engines; exit 1; }
  build "$root/Campaign.sln"
  dotnet build "$root/bench/EventStore.Bench" -c Release -v quiet
  exec dotnet "$localhost" exec --durable -- dotnet "$root/bench/EventStore.Bench/bin/Release/net10.0/Campaign.EventStore.Bench.dll" "$@"
}
