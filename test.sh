#!/usr/bin/env bash
# Builds everything, runs every test, and says on the last line how many passed and failed.
#   ./test.sh          all tests
#   ./test.sh --long   the long proofs too (many random cases, large data)
# Needs the .NET 10 SDK. What else is missing it installs where it may (root on Debian or Ubuntu), else it says what to install.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
# Build servers outlive the script and keep its output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

for argument in "$@"; do
  case $argument in
    --long) export CLEANPROD_LONG=1 ;;
    *) echo "test.sh: unknown argument '$argument'; usage: ./test.sh [--long]" >&2; exit 2 ;;
  esac
done

fail() { echo "test.sh: $*" >&2; exit 1; }
folder=$(mktemp -d)
postgres_pid=
clean_up() {
  if [[ $postgres_pid ]]; then
    kill -INT "$postgres_pid" 2>/dev/null || true   # INT: a fast shutdown that waits for no client
    wait "$postgres_pid" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- what is needed ---------------------------------------------------------------------------------------------------
dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || fail "the .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download"

postgres_bin() {
  local candidate
  for candidate in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -rV); do
    if [[ -x $candidate/initdb && -x $candidate/postgres ]]; then echo "$candidate"; return; fi
  done
  if command -v initdb >/dev/null && command -v postgres >/dev/null; then dirname "$(command -v initdb)"; fi
}
chromium_path() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then command -v "$name"; return; fi
  done
}
chinese_font() { command -v fc-list >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q .; }

missing=()
[[ $(postgres_bin) ]] || missing+=(postgresql)
[[ $(chromium_path) ]] || missing+=(chromium)
chinese_font || missing+=(fontconfig fonts-noto-cjk)
if ((${#missing[@]})); then
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || fail "missing: ${missing[*]}. Install them (on Debian: sudo apt-get install ${missing[*]}) and run again."
  echo "Installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$folder/apt.log" 2>&1 ||
    { tail -n 20 "$folder/apt.log" >&2; fail "could not install ${missing[*]}"; }
fi
CLEANPROD_TEST_CHROMIUM=$(chromium_path); export CLEANPROD_TEST_CHROMIUM

# ---- a PostgreSQL of our own: a folder of its own, a socket of its own, no network ------------------------------------
bin=$(postgres_bin); [[ $bin ]] || fail "PostgreSQL is installed but initdb and postgres were not found"
as_owner=()
if [[ $(id -u) == 0 ]]; then
  # PostgreSQL refuses to run as root.
  id postgres >/dev/null 2>&1 || fail "no user 'postgres' to run the test database as: add one, or run as an ordinary user"
  as_owner=(setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/tmp)
  chmod 755 "$folder"
fi
cluster=$folder/pg
mkdir "$cluster"
if ((${#as_owner[@]})); then chown postgres "$cluster"; fi
# Run from the cluster's folder: the owner need not be able to read the checkout.
owned() { (cd "$cluster" && exec ${as_owner[@]+"${as_owner[@]}"} "$@"); }
owned "$bin/initdb" -D "$cluster/data" -U cleanprod -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 ||
  { cat "$folder/initdb.log" >&2; fail "initdb failed"; }
(cd "$cluster" && exec ${as_owner[@]+"${as_owner[@]}"} "$bin/postgres" -D "$cluster/data" -k "$cluster" \
  -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200) </dev/null >"$folder/postgres.log" 2>&1 &
postgres_pid=$!
for ((try = 0; ; try++)); do
  if owned "$bin/pg_isready" -q -h "$cluster" -U cleanprod -d postgres; then break; fi
  ((try < 150)) && kill -0 "$postgres_pid" 2>/dev/null || { cat "$folder/postgres.log" >&2; fail "PostgreSQL did not start"; }
  sleep 0.2
done
export CLEANPROD_TEST_POSTGRES="Host=$cluster;Username=cleanprod;Database=postgres"

# ---- build once, test once ----------------------------------------------------------------------------------------------
dotnet build CleanProd.Rules.sln -c Release -v q -nologo </dev/null >"$folder/build.log" 2>&1 ||
  { grep -E ' error |: error' "$folder/build.log" | sort -u >&2 || tail -n 20 "$folder/build.log" >&2; fail "the build failed"; }

failed_step=0
results=$folder/results
# One project after the other: the tests of the browser would make those of the service wait, and the reverse.
dotnet test CleanProd.Rules.sln -c Release --no-build -nologo -m:1 --results-directory "$results" \
  --logger 'console;verbosity=minimal' --logger 'trx;LogFilePrefix=tests' </dev/null || failed_step=1

if ls rules/*/*.json >/dev/null 2>&1; then
  packs=$(find rules -name '*.json' -not -path 'rules/schema/*' | LC_ALL=C sort)
  # shellcheck disable=SC2086  # names of packs hold no spaces
  dotnet run --project src/CleanProd.Rules.Host -c Release --no-build -- rules test $packs </dev/null >"$folder/cases.log" 2>&1 ||
    { failed_step=1; grep -v '^PASS ' "$folder/cases.log" || true; }
  echo "Cases inside rule packs: $(tail -n 1 "$folder/cases.log")"
fi

# ---- mutants: whether a test notices when the library is changed -------------------------------------------------------
if [[ ${CLEANPROD_LONG:-} == 1 ]]; then
  dotnet tool restore </dev/null >"$folder/tools.log" 2>&1 || { failed_step=1; cat "$folder/tools.log"; }
  dotnet run --project tests/CleanProd.Rules.Mutants -c Release --no-build -- Determinations Rules Facts </dev/null || failed_step=1
fi

# ---- the count, over all result files -------------------------------------------------------------------------------------
passed=0 failed=0 skipped=0
shopt -s nullglob
for trx in "$results"/*.trx; do
  counters=$(grep -o '<Counters [^>]*>' "$trx" | head -n 1)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(count total) p=$(count passed) executed=$(count executed)
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${executed:-0} - ${p:-0}))
  skipped=$((skipped + ${total:-0} - ${executed:-0}))
done
status=0
if ((failed_step || failed)); then status=1; fi
if ((passed + failed == 0)); then echo "test.sh: no test ran" >&2; status=1; fi
# A step that failed outside the counted tests (rule cases, a crashed test host) is a failure too.
if ((failed_step && failed == 0)); then failed=1; fi
line="$passed passed, $failed failed"
if ((skipped)); then line+=", $skipped skipped"; fi
echo "$line"
exit $status
