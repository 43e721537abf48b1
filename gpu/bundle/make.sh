#!/usr/bin/env bash
# Packs what a bare machine with a GPU needs to test and to measure: a Java runtime, the project's jars, the tests of this
# module, the golden cases and the bench. Builds what is missing; JAVA_HOME, or the java on the PATH, has to be a JDK 25. Says
# how large it is; limit 60 MiB.
set -euo pipefail
home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
"$jdk/bin/java" -version 2>&1 | grep -q '"25' || { echo "$jdk is no JDK 25; set JAVA_HOME to one" >&2; exit 2; }
(cd "$home" && mvn -q -B -DskipTests -Dquick package)
"$home/arrayport" --version > /dev/null
folder="$home/gpu/target/bundle/arrayport-gpu"
lib="$home/interop/target/lib"
rm -rf "$home/gpu/target/bundle"
mkdir -p "$folder/lib" "$folder/tests"

"$jdk/bin/jlink" --add-modules java.base,java.management,jdk.management,java.logging,java.xml,java.sql,jdk.jfr,jdk.jshell,jdk.unsupported,jdk.incubator.vector \
    --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$folder/runtime" 2> /dev/null

# Not OpenBLAS, libtorch, nor NVIDIA's assembler, which are large: devices need none of them
for jar in "$lib"/*.jar "$home"/conformance/target/conformance-*-SNAPSHOT.jar "$home"/interop/target/interop-*-SNAPSHOT.jar; do
    case ${jar##*/} in
        openblas-* | pytorch-native-* | pytorch-jni-* | jna-* | jcuda-natives-*) ;;
        *) cp "$jar" "$folder/lib/" ;;
    esac
done
(cd "$folder/lib" && mkdir natives && cd natives \
    && "$jdk/bin/jar" -xf "$lib"/jcuda-natives-*.jar && "$jdk/bin/jar" -cf ../jcuda-driver.jar lib/libJCudaDriver-*.so)
rm -r "$folder/lib/natives"

version() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$home/pom.xml" | head -1; }
(cd "$home" && for artifact in org.junit.platform:junit-platform-console-standalone:"$(version junit.version)" \
    org.assertj:assertj-core:"$(version assertj.version)"; do
    mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$folder/tests" > /dev/null
done)
cp "$home"/array-core/target/array-core-*-tests.jar "$folder/tests/"
"$jdk/bin/jar" -cf "$folder/tests/gpu-tests.jar" -C "$home/gpu/target/test-classes" .
cp "$home/arrayport.args" "$home/gpu/bundle/run.sh" "$home/gpu/bundle/peers.py" "$folder/"

tar -C "$home/gpu/target/bundle" -cf - arrayport-gpu | xz -T0 -6 > "$home/gpu/target/bundle/arrayport-gpu.tar.xz"
bytes=$(stat -c %s "$home/gpu/target/bundle/arrayport-gpu.tar.xz")
echo "gpu/target/bundle/arrayport-gpu.tar.xz: $((bytes / 1048576)) MiB; there: tar xf arrayport-gpu.tar.xz && arrayport-gpu/run.sh"
[ "$bytes" -lt $((60 * 1048576)) ] || { echo "larger than 60 MiB" >&2; exit 1; }
