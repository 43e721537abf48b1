package io.arrayport.gpu.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

import io.arrayport.gpu.driver.Gpu;
import jcuda.driver.CUfunction;

/** The kernels of one GPU, each compiled by its driver when it is first asked for. */
public final class Kernels {
    private static final ConcurrentHashMap<String, Ptx> MODULES = new ConcurrentHashMap<>();

    private final Gpu gpu;
    private final ConcurrentHashMap<String, CUfunction> loaded = new ConcurrentHashMap<>();

    public Kernels(Gpu gpu) {
        this.gpu = gpu;
    }

    /** Returns the kernel of that name, which {@link KernelTable} has. */
    public CUfunction get(String name) {
        CUfunction known = loaded.get(name);
        return known != null ? known : loaded.computeIfAbsent(name, missing -> gpu.load(text(missing), missing));
    }

    /** Returns the PTX of one kernel. */
    public static String text(String name) {
        return MODULES.computeIfAbsent(KernelTable.moduleOf(name), Kernels::read).only(name);
    }

    private static Ptx read(String module) {
        String file = "/io/arrayport/gpu/ptx/" + module + ".ptx.gz";
        try (InputStream packed = Kernels.class.getResourceAsStream(file)) {
            if (packed == null) {
                throw new IllegalStateException("cuda: " + file + " is missing from this build");
            }
            return new Ptx(new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cuda: cannot read " + file, failure);
        }
    }
}
