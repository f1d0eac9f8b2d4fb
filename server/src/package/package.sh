# Makes the packages of "./salon package", which brings root, target, jdk, maven and more.
# Everything that it makes follows from the commit and the JDK, byte by byte, but for the AOT caches:
# a JVM writes each a little differently. "--caches FILE" takes those of an earlier package.
# shellcheck shell=sh disable=SC2034,SC2154

# Modules that no jar names, but that a server or its operator needs: curves for a JDK that keeps
# them apart, jars as folders (the web app is in one), notes of flights, and jcmd to ask for them.
MORE_MODULES='jdk.crypto.ec jdk.zipfs jdk.jfr jdk.jcmd'

# Named by jars for what Salon never does: it would bring windows, fonts and sound.
UNUSED_MODULES='java.desktop'

package() {
  caches=
  case $#:${1:-} in
    0:) ;;
    2:--caches)
      [ -f "$2" ] || fail "there is no package $2."
      caches=$(cd "$(dirname "$2")" && pwd -P)/$(basename "$2")
      ;;
    *) fail "usage: ./salon package [--caches FILE.tar.gz]" ;;
  esac
  find_java javac
  need_maven
  need_tools
  take_lock
  parts=$root/server/src/package
  unfinished=$target/package.new
  made=$target/package
  stage=$unfinished/stage
  rm -rf "$unfinished"
  mkdir -p "$stage"
  know_version
  note "Building Salon $version …"
  build_jars
  tree=$stage/salon-$version
  make_image
  make_caches
  note "Packing …"
  begin make_tarball
  if command -v dpkg-deb >/dev/null; then
    make_deb
  elif [ "$os" = linux ]; then
    note "There is no dpkg-deb here, so there will be no .deb (Fedora: dnf install dpkg)."
  fi
  finish
  rm -rf "$stage"
  (cd "$unfinished" && checksums ./*) >"$target/SHA256SUMS.new"
  mv "$target/SHA256SUMS.new" "$unfinished/SHA256SUMS"
  rm -rf "$made"
  mv "$unfinished" "$made"
  unfinished=
  release_lock
  note "Made in $made:"
  (cd "$made" && ls)
}

need_tools() {
  for _tool in jlink jdeps; do
    [ -x "$jdk/bin/$_tool" ] || fail "$jdk has no bin/$_tool; a complete JDK has."
  done
  gnu_tar=
  for _tool in tar gtar; do
    case $("$_tool" --version 2>/dev/null) in *'GNU tar'*) gnu_tar=$_tool ;; esac
  done
  [ -n "$gnu_tar" ] || fail "packing needs GNU tar (macOS: brew install gnu-tar)."
  command -v gzip >/dev/null || fail "packing needs gzip."
}

# Sets version, os and machine (as in the packages' names), and the time of the commit: in seconds
# and as touch likes it.
know_version() {
  version=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' "$root/pom.xml" | head -n 1)
  os=linux
  grep -q '^OS_NAME="Linux"' "$jdk/release" || os=macos
  machine=$(sed -n 's,^OS_ARCH="\(.*\)",\1,p' "$jdk/release")
  case $machine in x86_64 | amd64) machine=x64 ;; esac
  if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null) ||
      fail "this tree is no Git clone: set SOURCE_DATE_EPOCH to the time that files shall bear."
  fi
  export SOURCE_DATE_EPOCH
  stamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S 2>/dev/null ||
    date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)
}

build_jars() {
  if ! maven package -pl server -am -Psbom -Dmaven.test.skip=true -Dstyle.color=never \
    "-Dsalon.dist=$stage/jars" >"$log" 2>&1; then
    show_errors
    fail "the build failed; its whole log is in $log"
  fi
}

# Begins a step in the background: a signal to the launcher is not kept waiting, and what need not
# wait for another does not.
begin() {
  ("$@") >>"$log" 2>&1 &
  child="$child $!"
}

# Waits until everything that was begun is done.
finish() {
  _failed=
  for _step in $child; do
    wait "$_step" || _failed=yes
  done
  child=
  [ -z "$_failed" ] || fail "packing failed; see the end of $log"
}

# ---------------------------------------------------------------- the image

make_image() {
  mkdir -p "$tree/bin" "$tree/man"
  mv "$stage/jars/lib" "$tree/lib"
  cp "$parts/start.sh" "$tree/lib/"
  cp "$parts/salon" "$tree/bin/salon"
  sed "s/@VERSION@/$version/" "$parts/salon.1" >"$tree/man/salon.1"
  cp "$root/LICENSE" "$root/salon.example.toml" "$tree/"
  cp "$parts/salon.service" "$tree/"
  begin link_runtime
  begin "$jdk/bin/java" -cp "$tree/lib/*" "$parts/Notices.java" \
    "$stage/jars/sbom.json" "$jdk/release" "$tree" "$unfinished/salon-$version.cdx.json"
  finish
  sum_up "$tree"
}

# The modules of the runtime, with commas.
modules() {
  rm -rf "$stage/scanned"
  mkdir -p "$stage/scanned/incomplete"
  cp "$tree"/lib/*.jar "$stage/scanned"
  cd "$stage/scanned/incomplete" || return
  # The descriptor of this jar names modules that Salon leaves out (HTTP/3, proxies). On a class path
  # that counts for nothing, but jdeps would not go on.
  for _jar in ../vertx-core-[0-9]*.jar; do
    "$jdk/bin/jar" --extract --file "$_jar"
    rm "$_jar"
  done
  find . -name module-info.class -exec rm {} +
  cd .. || return
  # shellcheck disable=SC2046
  "$jdk/bin/jdeps" --multi-release "$NEEDS" --ignore-missing-deps --print-module-deps \
    --class-path "$(echo ./*.jar | tr ' ' :)" $(echo ./*.jar) incomplete 2>/dev/null | tail -n 1 |
    tr ',' '\n' | grep -vxF "$UNUSED_MODULES"
  for _module in $MORE_MODULES; do
    if grep -q "[\" ]${_module}[\" ]" "$jdk/release"; then echo "$_module"; fi
  done
}

link_runtime() {
  _modules=$(modules | LC_ALL=C sort -u | tr '\n' ',')
  "$jdk/bin/jlink" --add-modules "${_modules%,}" --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --output "$tree/runtime"
  # Java looks for a security provider that it names but does not have in every jar, and that loads
  # and runs the whole of Bouncy Castle: half a second of a start. So name only those that are here.
  for _pair in SunJGSS:java.security.jgss SunSASL:java.security.sasl XMLDSig:java.xml.crypto \
    SunPCSC:java.smartcardio JdkLDAP:java.naming JdkSASL:jdk.security.jgss \
    SunPKCS11:jdk.crypto.cryptoki; do
    "$tree/runtime/bin/java" --list-modules | grep -q "^${_pair#*:}@" || echo "${_pair%:*}"
  done >"$stage/absent"
  _security=$tree/runtime/conf/security/java.security
  awk -F = 'NR == FNR { absent[$1]; next }
    /^security\.provider\.[0-9]+=/ {
      if ($2 in absent) next
      print "security.provider." ++n "=" $2
      next
    }
    { print }' "$stage/absent" "$_security" >"$stage/java.security"
  cat "$stage/java.security" >"$_security"
}

# The time of the commit and the same rights on every machine: also the caches look at times.
sum_up() {
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec env TZ=UTC touch -h -t "$stamp" {} +
}

rehearse_image() {
  dist=$tree jdk=$tree/runtime SALON_HEAP=$1
  rehearse
}

# A cache for each of the collectors that the launcher chooses, made by the image itself.
make_caches() {
  if [ -n "$caches" ]; then
    note "Taking the AOT caches of $caches …"
    mkdir "$stage/earlier"
    "$gnu_tar" -xzf "$caches" -C "$stage/earlier" --wildcards '*/start-*.aot'
    mv "$stage/earlier"/*/start-*.aot "$tree/"
  else
    note "Rehearsing a start for each garbage collector …"
    begin rehearse_image 512m
    begin rehearse_image 2g
    finish
  fi
  sum_up "$tree"
}

# ---------------------------------------------------------------- the packages

make_tarball() {
  cd "$stage" || exit
  LC_ALL=C "$gnu_tar" --sort=name --format=ustar --owner=0 --group=0 --numeric-owner \
    -cf image.tar "salon-$version"
  gzip -n <image.tar >"$unfinished/salon-$version-$os-$machine.tar.gz"
}

make_deb() {
  case $machine in
    x64) _arch=amd64 ;;
    aarch64) _arch=arm64 ;;
    *) _arch=$machine ;;
  esac
  deb=$stage/deb
  _share=$deb/usr/share
  mkdir -p "$deb/DEBIAN" "$deb/usr/bin" "$deb/usr/lib/systemd/system" "$deb/etc/salon" \
    "$_share/doc/salon" "$_share/lintian/overrides" "$_share/man/man1"
  cp -Rp "$tree" "$deb/usr/lib/salon"
  (
    cd "$deb/usr/lib/salon" || exit
    mv salon.service "$deb/usr/lib/systemd/system/"
    mv salon.example.toml THIRD-PARTY.txt licences "$_share/doc/salon/"
    gzip -n -9 <man/salon.1 >"$_share/man/man1/salon.1.gz"
    rm -r man LICENSE
  )
  ln -s ../lib/salon/bin/salon "$deb/usr/bin/salon"
  # Everything said and nothing set: what the file does not set follows the defaults of each version.
  sed 's/^[a-z_]* = /# &/' "$root/salon.example.toml" >"$deb/etc/salon/salon.toml"
  cp "$parts/deb/copyright" "$_share/doc/salon/"
  cp "$parts/deb/lintian-overrides" "$_share/lintian/overrides/salon"
  # Debian sorts a version with a tilde before the same one without.
  _debian=$(printf '%s\n' "$version" | sed 's/-/~/')
  printf 'salon (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md in the source of Salon.\n\n -- %s  %s\n' \
    "$_debian" 'The Salon developers <salon@localhost>' \
    "$(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')" |
    gzip -n -9 >"$_share/doc/salon/changelog.gz"
  cp "$parts/deb/postinst" "$parts/deb/prerm" "$parts/deb/postrm" "$parts/deb/conffiles" \
    "$deb/DEBIAN/"
  chmod -R u=rwX,go=rX "$deb"
  chmod 755 "$deb/DEBIAN/postinst" "$deb/DEBIAN/prerm" "$deb/DEBIAN/postrm"
  sed -e "s/@VERSION@/$_debian/" -e "s/@ARCH@/$_arch/" \
    -e "s/@KILOBYTES@/$(du -sk --apparent-size "$deb/usr" | cut -f 1)/" \
    "$parts/deb/control" >"$deb/DEBIAN/control"
  (
    cd "$deb" || exit
    find etc usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums
  )
  sum_up "$deb"
  # gzip: every dpkg reads it, and it packs in seconds what takes xz a minute to make a sixth smaller.
  begin dpkg-deb --root-owner-group -Zgzip --build "$deb" \
    "$unfinished/salon_${_debian}_$_arch.deb"
}

checksums() {
  if command -v sha256sum >/dev/null; then
    sha256sum -- "$@"
  else
    shasum -a 256 -- "$@"
  fi | sed 's,\./,,'
}
