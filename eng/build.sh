# Builds with a compiler server of our own and takes it away again; those of other checkouts are not touched.

build() {
  local pipe="campaign-$$" log="$root/.local/logs/build.log" status=0
  # As the program makes it: what stands in a log is for its owner.
  (umask 077 && mkdir -p "$root/.local/logs")
  echo "正在构建……"
  MSBUILDDISABLENODEREUSE=1 dotnet build "$1" -c "$configuration" -v quiet -p:UseSharedCompilation=true -p:SharedCompilationId="$pipe" >"$log" 2>&1 || status=$?
  stop_compiler_server "$pipe"
  if [[ $status -ne 0 ]]; then
    grep -E 'error|warning' "$log" | sort -u | head -40 >&2 || true
    echo "构建失败，完整输出在 $log" >&2
    exit 1
  fi
}

stop_compiler_server() {
  local sdk compiler
  sdk="$(cd "$root" && dotnet --version)"
  for compiler in "$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk/$sdk"/Roslyn/bincore/VBCSCompiler.dll; do
    dotnet "$compiler" -shutdown "-pipename:$1" >/dev/null 2>&1 || true
  done
}
