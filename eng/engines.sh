# PostgreSQL and RabbitMQ of the distribution: found, installed as root, or asked for.

engine_packages=(postgresql rabbitmq-server)

engines_named() {
  local name
  for name in tasks inspections scoring integration gateway rabbitmq; do
    [[ -n "$(printenv "ConnectionStrings__$name" || true)" ]] || return 1
  done
}

engines_installed() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]]
}

require_engines() {
  engines_installed && return
  [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null || return 1
  install_engines && engines_installed
}

# We want the programs, not the distribution's own servers on 5432 and 5672: they are neither started now nor at boot.
install_engines() (
  set -e
  policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  had_epmd="$(pgrep -u rabbitmq -x epmd 2>/dev/null || true)"
  absent=()
  for package in "${engine_packages[@]}"; do
    dpkg -s "$package" >/dev/null 2>&1 || absent+=("$package")
  done
  echo "正在安装 ${absent[*]} ……"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get install -y -q --no-install-recommends "${absent[@]}"
  for package in "${absent[@]}"; do
    update-rc.d "$package" disable >/dev/null 2>&1 || true
  done
  stop_new_epmd "$had_epmd"
)

# RabbitMQ's install scripts may leave Erlang's name daemon behind.
stop_new_epmd() {
  local pid
  for pid in $(pgrep -u rabbitmq -x epmd 2>/dev/null || true); do
    grep -qxF "$pid" <<<"$1" || kill "$pid"
  done
}

say_how_to_install_engines() {
  echo "本机缺少 PostgreSQL 或 RabbitMQ。请先执行：" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${engine_packages[*]}" >&2
  echo "或者用环境变量 ConnectionStrings__tasks、__inspections、__scoring、__integration、__gateway、__rabbitmq 指定外部服务。" >&2
}

# Those that Aspire asks for; see ContainerImages.cs.
container_images=(postgres:18.3 rabbitmq:4.3-management)

container_engine() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1
}

# They are there, or can be had.
container_images() {
  local image
  container_engine || return 1
  for image in "${container_images[@]}"; do
    docker image inspect "$image" >/dev/null 2>&1 || docker pull "$image" || return 1
  done
}
