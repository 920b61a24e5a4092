# `./campaign test [filter]`: one set of throw-away engines, every test project, one number at the end.

test_results="$root/.local/test-results"

run_tests() {
  local started=$SECONDS
  require_sdk
  require_engines || container_engine || { say_how_to_install_engines; exit 1; }
  build "$root/Campaign.sln"
  rm -rf "$test_results"
  mkdir -p "$test_results"
  local status=0
  [[ $# -gt 0 ]] || check_format || status=1
  [[ $# -gt 0 ]] || check_packages || status=1
  dotnet "$root/tests/WithEngines/bin/$configuration/net10.0/Campaign.WithEngines.dll" "$root/campaign" test-projects "$@" || status=1
  sum_up "$((SECONDS - started))" || status=1
  exit "$status"
}

# Style rules are errors of the build already; what is left is layout.
check_format() {
  echo "正在检查代码格式……"
  dotnet format whitespace "$root/Campaign.sln" --no-restore --verify-no-changes >"$test_results/format.log" 2>&1 && return
  head -20 "$test_results/format.log"
  echo "  ✗ 格式不符，执行 dotnet format whitespace Campaign.sln 改正；完整清单在 $test_results/format.log"
  return 1
}

# Known weaknesses of the packages in use. A source that does not tell of them, or does not answer, is no failure.
check_packages() {
  local report="$test_results/packages.log"
  echo "正在核对依赖包的已知漏洞……"
  timeout 180 dotnet list "$root/Campaign.sln" package --vulnerable --include-transitive --format json >"$report" 2>&1 || true
  if grep -q '"advisoryurl"' "$report"; then
    grep -oE '"(id|severity|advisoryurl)": *"[^"]*"' "$report" | sort -u | head -40
    echo "  ✗ 有依赖包存在已知漏洞，完整清单在 $report"
    return 1
  fi
  grep -q '"projects"' "$report" && ! grep -qE '"level": *"(error|warning)"|NU1900|NU1905' "$report" ||
    echo "  包源没有提供漏洞信息，本次未能核对依赖包的已知漏洞。"
}

# With the engines in the environment. In this order the longest comes early, and the two that start whole systems do not meet.
run_test_projects() {
  export -f run_test_project
  export root test_results configuration
  find "$root/tests" -name '*.csproj' -print0 | sort -rz |
    xargs -0 grep -lZ 'Microsoft.NET.Test.Sdk' |
    xargs -0 -P 2 -I{} bash -c 'run_test_project "$@"' _ {} "$@"
}

run_test_project() {
  local project="$1" name log status=0 filter=()
  name="$(basename "$project" .csproj)"
  log="$test_results/$name.log"
  [[ -n ${2:-} ]] && filter=(--filter "$2")
  dotnet test "$project" -c "$configuration" --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$test_results" \
    --blame-hang-timeout 30m --blame-hang-dump-type none "${filter[@]}" >"$log" 2>&1 || status=$?
  if [[ $status -eq 0 ]]; then
    echo "  ✓ $name"
  else
    printf '  ✗ %s\n' "$name"
    sed 's/^/    /' "$log"
    [[ -f $test_results/$name.trx ]] || echo "$name" >>"$test_results/unfinished"
  fi
  return "$status"
}

sum_up() {
  local seconds="$1" passed=0 failed=0 line
  while read -r line; do
    passed=$((passed + $(counter passed "$line")))
    failed=$((failed + $(counter failed "$line") + $(counter error "$line") + $(counter timeout "$line")))
  done < <(grep -h '<Counters' "$test_results"/*.trx 2>/dev/null)
  if [[ -f $test_results/unfinished ]]; then
    sed 's/^/没有跑完：/' "$test_results/unfinished"
    failed=$((failed + $(wc -l <"$test_results/unfinished")))
  fi
  echo "用时 $seconds 秒，结果在 $test_results"
  echo "$passed passed, $failed failed"
  [[ $failed -eq 0 ]]
}

counter() {
  sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2"
}
