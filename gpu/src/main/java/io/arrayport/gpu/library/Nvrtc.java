package io.arrayport.gpu.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.core.error.DeviceException;
import org.jspecify.annotations.Nullable;

/** NVRTC, which compiles C++ to machine code of a device: no PTX, as its own may be newer than the driver. */
public final class Nvrtc {
    /** Multiplications and additions are rounded apart, as in the kernels that are shipped. */
    private static final List<String> OPTIONS = List.of("--std=c++17", "--fmad=false");

    private final CudaLibrary library;
    private final MethodHandle create;
    private final MethodHandle compile;
    private final MethodHandle destroy;
    private final MethodHandle codeSize;
    private final MethodHandle code;
    private final MethodHandle logSize;
    private final MethodHandle log;
    private final String version;
    private final int[] generations;

    private Nvrtc(CudaLibrary library) {
        this.library = library;
        create = library.function("nvrtcCreateProgram", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        compile = library.function("nvrtcCompileProgram", ADDRESS, JAVA_INT, ADDRESS);
        destroy = library.function("nvrtcDestroyProgram", ADDRESS);
        codeSize = library.function("nvrtcGetCUBINSize", ADDRESS, ADDRESS);
        code = library.function("nvrtcGetCUBIN", ADDRESS, ADDRESS);
        logSize = library.function("nvrtcGetProgramLogSize", ADDRESS, ADDRESS);
        log = library.function("nvrtcGetProgramLog", ADDRESS, ADDRESS);
        MethodHandle versions = library.function("nvrtcVersion", ADDRESS, ADDRESS);
        MethodHandle count = library.function("nvrtcGetNumSupportedArchs", ADDRESS);
        MethodHandle list = library.function("nvrtcGetSupportedArchs", ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment two = arena.allocate(JAVA_INT, 2);
            check("nvrtcVersion", CudaLibrary.call(versions, two, two.asSlice(Integer.BYTES)));
            version = two.getAtIndex(JAVA_INT, 0) + "." + two.getAtIndex(JAVA_INT, 1);
            check("nvrtcGetNumSupportedArchs", CudaLibrary.call(count, two));
            MemorySegment known = arena.allocate(JAVA_INT, Math.max(1, two.get(JAVA_INT, 0)));
            check("nvrtcGetSupportedArchs", CudaLibrary.call(list, known));
            generations = known.asSlice(0, two.get(JAVA_INT, 0) * (long) Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /** The one of this process, looked for when it is first asked for. */
    private static final class Found {
        static final @Nullable Nvrtc NVRTC = find();
    }

    /** Returns it; null if no NVRTC of CUDA 12 or 13 is here. */
    public static @Nullable Nvrtc get() {
        return Found.NVRTC;
    }

    static @Nullable Nvrtc find() {
        return CudaLibrary.find("fuse", "nvrtc", 13, 12, Nvrtc::new);
    }

    /** Returns what it is, with its version. */
    public String name() {
        return library.name() + " " + version + " " + OPTIONS;
    }

    /**
     * Returns what to compile for, such that devices of that generation run it: code for an older one of the same
     * family runs, too.
     *
     * @return null if there is none
     */
    public @Nullable String architecture(int generation) {
        int best = 0;
        for (int known : generations) {
            best = known <= generation && known / 10 == generation / 10 ? Math.max(best, known) : best;
        }
        return best == 0 ? null : "sm_" + best;
    }

    /**
     * Returns machine code.
     *
     * @param headers what the source may include, by name
     * @param architecture as {@link #architecture} has it
     * @throws DeviceException with what the compiler says
     */
    public byte[] compile(String source, Map<String, String> headers, String architecture) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            check("nvrtcCreateProgram", CudaLibrary.call(create, place, arena.allocateFrom(source),
                    arena.allocateFrom("fused.cu"), headers.size(), texts(arena, List.copyOf(headers.values())),
                    texts(arena, List.copyOf(headers.keySet()))));
            MemorySegment program = MemorySegment.ofAddress(place.get(ADDRESS, 0).address());
            try {
                List<String> options = new ArrayList<>(OPTIONS);
                options.add("--gpu-architecture=" + architecture);
                int status = CudaLibrary.call(compile, program, options.size(), texts(arena, options));
                if (status != 0) {
                    throw new DeviceException("fuse: nvrtcCompileProgram gives error " + status + ": "
                            + said(arena, program));
                }
                return bytes(arena, program, codeSize, code);
            } finally {
                CudaLibrary.call(destroy, place);
            }
        }
    }

    private String said(Arena arena, MemorySegment program) {
        return new String(bytes(arena, program, logSize, log), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(Arena arena, MemorySegment program, MethodHandle size, MethodHandle get) {
        MemorySegment length = arena.allocate(JAVA_LONG);
        check("nvrtc", CudaLibrary.call(size, program, length));
        MemorySegment bytes = arena.allocate(Math.max(1, length.get(JAVA_LONG, 0)));
        check("nvrtc", CudaLibrary.call(get, program, bytes));
        return bytes.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    }

    private static MemorySegment texts(Arena arena, List<String> texts) {
        MemorySegment table = arena.allocate(ADDRESS, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            table.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return table;
    }

    private static void check(String function, int status) {
        if (status != 0) {
            throw new DeviceException("fuse: " + function + " gives error " + status);
        }
    }
}
