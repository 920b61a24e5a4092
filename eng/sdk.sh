# The .NET SDK that global.json asks for.

require_sdk() {
  if ! command -v dotnet >/dev/null; then
    echo "没有找到 .NET 10 SDK。安装方法见 https://dot.net ，装好后再执行本命令。" >&2
    exit 1
  fi
  local version
  if ! version="$(cd "$root" && dotnet --version 2>&1)"; then
    printf '已安装的 .NET SDK 不满足 global.json 的要求（需要 .NET 10）：\n%s\n' "$version" >&2
    exit 1
  fi
}
