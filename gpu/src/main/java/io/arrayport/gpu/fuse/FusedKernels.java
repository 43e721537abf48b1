package io.arrayport.gpu.fuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.error.DeviceException;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.library.FallbackEvent;
import io.arrayport.gpu.library.Nvrtc;
import jcuda.driver.CUfunction;
import org.jspecify.annotations.Nullable;

/** Kernels of expressions, each compiled once for each generation of devices, and loaded once for each device. */
public final class FusedKernels {
    private final @Nullable Nvrtc compiler;
    private final CodeCache kept;
    private final ConcurrentHashMap<Loaded, Optional<CUfunction>> loaded = new ConcurrentHashMap<>();

    private record Loaded(int device, String source) {}

    FusedKernels(@Nullable Nvrtc compiler, CodeCache kept) {
        this.compiler = compiler;
        this.kept = kept;
    }

    /** The ones of this process; the compiler is looked for when they are first asked for. */
    private static final class Usual {
        static final FusedKernels KERNELS = new FusedKernels(Nvrtc.get(), new CodeCache(CodeCache.usual()));
    }

    /** Returns those of this process. */
    public static FusedKernels usual() {
        return Usual.KERNELS;
    }

    /** Returns the kernel of a {@link FusedSource}; null if it cannot be compiled here, which has been reported. */
    public @Nullable CUfunction get(Gpu gpu, String source) {
        Nvrtc usable = compiler;
        return usable == null ? null : loaded.computeIfAbsent(new Loaded(gpu.ordinal(), source),
                _ -> Optional.ofNullable(load(usable, gpu, source))).orElse(null);
    }

    private @Nullable CUfunction load(Nvrtc usable, Gpu gpu, String source) {
        String architecture = usable.architecture(gpu.generation());
        if (architecture == null) {
            FallbackEvent.emit("fuse", usable.name() + " compiles nothing for sm_" + gpu.generation());
            return null;
        }
        Map<String, String> headers = Headers.of(FusedSource.HEADER);
        List<String> all = new ArrayList<>(List.of(usable.name(), architecture, source));
        headers.forEach((name, text) -> all.addAll(List.of(name, text)));
        String key = Digests.of(all);
        byte[] code = kept.get(key);
        try {
            if (code == null) {
                code = usable.compile(source, headers, architecture);
                kept.put(key, code);
            }
            return gpu.load(code, FusedSource.NAME);
        } catch (DeviceException failure) {
            FallbackEvent.emit("fuse", String.valueOf(failure.getMessage()));
            return null;
        }
    }
}
