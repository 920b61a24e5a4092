# Does the package feed carry everything, or only the core set? Asked once, kept in eng/feed.props.

feed_props="$root/eng/feed.props"

full_feed() {
  grep -q '<FullFeed>true</FullFeed>' "$feed_props" 2>/dev/null
}

probe_feed_once() {
  # A feed that cannot be reached now is asked again next time; what is built without an answer is the core set.
  [[ -f $feed_props ]] || probe_feed || true
}

probe_feed() {
  echo "正在检查软件源……"
  local output answer
  if output="$(dotnet restore "$root/eng/feed-probe/FeedProbe.csproj" --force -p:FullFeed=true 2>&1)"; then
    answer=true
  elif grep -qE 'NU1301|Unable to load the service index' <<<"$output"; then
    printf '无法访问软件源：\n%s\n' "$output" >&2
    return 1
  else
    answer=false
  fi
  printf '<Project>\n  <PropertyGroup>\n    <FullFeed>%s</FullFeed>\n  </PropertyGroup>\n</Project>\n' "$answer" >"$feed_props"
  [[ $answer == true ]] && echo "  完整软件源：启用 Aspire、Marten 和 Testcontainers。" || echo "  核心软件源：使用内置事件存储和本机进程。"
}
