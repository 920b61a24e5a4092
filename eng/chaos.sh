# `./campaign chaos`: a whole system of its own, with troubles; nothing of it stays.

run_chaos() {
  require_sdk
  require_engines || { say_how_to_install_engines; exit 1; }
  build "$root/Campaign.sln"
  exec dotnet "$root/tests/Chaos/bin/$configuration/net10.0/Campaign.Chaos.dll" "$@"
}
