# Shared by the scripts that install what the tests use: Debian's packages, as root, with apt-get.
# Sourced, with note() defined.

missing=
need() { # $1 is the package, the others programs, one of which has to be there
  _package=$1
  shift
  for _program; do
    if command -v "$_program" >/dev/null || [ -e "$_program" ]; then return 0; fi
  done
  missing="$missing $_package"
}

quietly() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=30 \
    -o APT::Update::Error-Mode=any -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >/dev/null </dev/null
}

# Whether apt-get knows a version of each package to install.
known() {
  for _package; do
    apt-cache show --no-all-versions "$_package" >/dev/null 2>&1 || return 1
  done
}

# Installs what is missing.
install_missing() {
  if [ -z "$missing" ]; then
    return 0
  elif ! command -v apt-get >/dev/null; then
    note "not here:$missing; this machine has no apt-get, install them by hand"
  elif [ "$(id -u)" -ne 0 ]; then
    note "not here:$missing; as root: apt-get install --no-install-recommends$missing"
  else
    note "installing$missing …"
    # shellcheck disable=SC2086
    if ! known $missing || ! quietly install --no-install-recommends $missing; then
      # There was no list yet, or an old one, which names files that are gone.
      if quietly update; then
        for _package in $missing; do # one that cannot be had does not keep the others out
          quietly install --no-install-recommends "$_package" || note "cannot install $_package"
        done
      else
        note "cannot install: apt-get update fails"
      fi
    fi
  fi
}
