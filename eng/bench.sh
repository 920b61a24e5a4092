# `./campaign bench`: on engines of its own that are as durable as in production, gone afterwards.

run_bench() {
  require_sdk
  require_engines || { say_how_to_install_engines; exit 1; }
  build "$root/src/Cli"
  dotnet build "$root/eng/platform.slnf" -c Release -v quiet
  dotnet build "$root/bench/Platform.Bench" -c Release -v quiet
  dotnet "$cli" exec --durable -- dotnet "$root/bench/EventStore.Bench/bin/Release/net10.0/Campaign.EventStore.Bench.dll" "$@"
  exec dotnet "$root/bench/Platform.Bench/bin/Release/net10.0/Campaign.Platform.Bench.dll" "$@"
}
