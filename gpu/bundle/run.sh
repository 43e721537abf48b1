#!/usr/bin/env bash
# Tests and measures on this machine's GPU, beside CuPy and PyTorch where python3 has them: run.sh [tests] [golden] [exchange]
# [bench], without a word all of them. What it prints also goes to report.txt beside it.
set -uo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java="$here/runtime/bin/java"
flags=("@$here/arrayport.args" -Darrayport.cuda.real=true "-XX:ErrorFile=$here/hs_err_%p.log" -Xlog:disable)
failed=0

device() { "$java" "${flags[@]}" -cp "$here/lib/*:$here/tests/*" io.arrayport.gpu.bundle.Found; }

tests() {
    "$java" "${flags[@]}" -ea -cp "$here/lib/*:$here/tests/*" org.junit.platform.console.ConsoleLauncher execute \
        --disable-banner --disable-ansi-colors --details=summary --details-theme=ascii \
        --scan-classpath "$here/tests/gpu-tests.jar" --include-classname 'io\.arrayport\.gpu\.[A-Z]\w*Test' || failed=1
}
golden() {
    "$java" "${flags[@]}" -cp "$here/lib/*" io.arrayport.interop.cli.Main parity --device cuda:0 --failed || failed=1
}
exchange() {
    "$java" "${flags[@]}" -cp "$here/lib/*:$here/tests/*" io.arrayport.gpu.bundle.Neighbours || failed=1
}
bench() {
    command -v nvidia-smi > /dev/null && nvidia-smi --query-gpu=name,driver_version,clocks.sm,memory.total --format=csv
    "$java" "${flags[@]}" -cp "$here/lib/*:$here/tests/*" io.arrayport.gpu.bundle.Bench || failed=1
    if command -v python3 > /dev/null; then python3 "$here/peers.py"; else echo "no python3: no CuPy, no PyTorch beside"; fi
}
{
    # Tests that need a device pass over where there is none, which would look like success
    device || exit 1
    for part in ${@:-tests golden exchange bench}; do
        echo "== $part"
        "$part"
    done
    exit $failed
} 2>&1 | grep -v --line-buffered '^WARNING: Using incubator modules' | tee "$here/report.txt"
exit "${PIPESTATUS[0]}"
