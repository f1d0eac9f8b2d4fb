# How a Salon is started: the memory that it gets, and its notes of an earlier start. For those who
# set jdk (the folder of a Java) and dist (the folder of lib/salon.jar) and then source this file:
# the launcher of the source tree, the one of a package, and "./salon package".
# shellcheck shell=sh disable=SC2154

note() { printf '%s\n' "$*" >&2; }
fail() {
  note "salon: $*"
  exit 1
}

# The megabytes that $1 means as a heap size: 512m, 2g, 786432k, or bytes.
megabytes() {
  _digits=${1%[kKmMgG]}
  case $_digits in
    '' | *[!0-9]*) return 1 ;;
  esac
  case $1 in
    *[kK]) echo $((_digits / 1024)) ;;
    *[mM]) echo "$_digits" ;;
    *[gG]) echo $((_digits * 1024)) ;;
    *) echo $((_digits / 1048576)) ;;
  esac
}

# A quarter of the memory that this machine or container has, but between 64 and 512 MB.
default_heap() {
  _memory=
  if [ -r /proc/meminfo ]; then
    _memory=$(awk '$1 == "MemTotal:" { print int($2 / 1024); exit }' /proc/meminfo)
  elif command -v sysctl >/dev/null; then
    _memory=$(sysctl -n hw.memsize 2>/dev/null | awk '{ print int($1 / 1048576) }')
  fi
  if [ -r /sys/fs/cgroup/memory.max ]; then
    read -r _limit </sys/fs/cgroup/memory.max || _limit=max
    case $_limit in
      '' | *[!0-9]*) ;;
      *) [ "$((_limit / 1048576))" -ge "${_memory:-0}" ] || _memory=$((_limit / 1048576)) ;;
    esac
  fi
  _heap=$((${_memory:-2048} / 4))
  if [ "$_heap" -gt 512 ]; then _heap=512; fi
  if [ "$_heap" -lt 64 ]; then _heap=64; fi
  echo "$_heap"
}

# Sets options, and the collector gc, to what this machine and SALON_HEAP ask for.
choose_memory() {
  if [ -n "${SALON_HEAP:-}" ]; then
    heap=$(megabytes "$SALON_HEAP") || fail "SALON_HEAP=$SALON_HEAP is not a size such as 512m or 4g."
  else
    heap=$(default_heap)
  fi
  # The heap begins small: Java would take a 64th of the machine's memory and fill it with garbage.
  # Of that, enough is for what is new: what is left over from a connection's beginning would
  # otherwise be taken for old, and the heap grow by it.
  _first=64
  if [ "$heap" -lt "$_first" ]; then _first=$heap; fi
  if [ "$heap" -ge 2048 ]; then
    gc=-XX:+UseZGC _new=
  else
    gc=-XX:+UseSerialGC _new=-XX:NewSize=$((_first * 3 / 8))m
  fi
  options="-XX:+UseCompactObjectHeaders $gc -Xms${_first}m $_new -Xmx${heap}m -XX:+ExitOnOutOfMemoryError
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -Xlog:cds=off -Xlog:aot=off"
}

# The file of the notes (an AOT cache) for this Java and collector.
notes() {
  # shellcheck disable=SC2046
  set -- $(cksum <"$jdk/release")
  echo "$dist/start-$1-${gc#-XX:+Use}.aot"
}

# Has the server start, talk and stop once, so that Java notes what it takes: with these notes it is
# ready in half the time. They are good for the same jars, Java and collector only; a Java that finds
# others, or none, starts as it always did.
rehearse() {
  choose_memory
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $options "-XX:AOTCacheOutput=$(notes)" -jar "$dist/lib/salon.jar" rehearse
}

# Becomes the server's program, in the folder that the caller stands in.
start() {
  choose_memory
  _notes=$(notes)
  if [ ! -f "$_notes" ]; then _notes=; fi
  set -f # the words of SALON_JAVA_OPTS, and no file names
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $options ${_notes:+"-XX:AOTCache=$_notes"} ${SALON_JAVA_OPTS:-} \
    -jar "$dist/lib/salon.jar" "$@"
}

# The commands of those who run a server; $1 is how the launcher is called.
usage_of_server() {
  cat <<EOF
Usage: $1 COMMAND [OPTIONS]

For those who run a server:
  serve         starts the server here: its data goes to the folder "data"
  check         reads salon.toml and says what is wrong in it
  migrate       moves a server that is stopped to another database
  cluster       makes keys by which several servers are one network, and hands them over
  version       says which Salon this is, and which Java runs it
  help COMMAND  explains the options of such a command
EOF
}
