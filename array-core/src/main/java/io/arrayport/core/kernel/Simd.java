package io.arrayport.core.kernel;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Locale;

/**
 * Whether kernels run on vectors, and if not, why and what turns them on. Decided once, when the first kernel is
 * asked for; a warning is logged then if they do not.
 */
public final class Simd {
    /**
     * Set to {@code off} to run without vectors: {@code -Dio.arrayport.simd=off}; to {@code always} to run on them from
     * the start, not only once they are compiled and the faster ones: for tests.
     */
    public static final String PROPERTY = "io.arrayport.simd";

    private static final int WIDE_BITS = 512;
    private static final String MODULE = "jdk.incubator.vector";
    private static final String ASKED = System.getProperty(PROPERTY, "");
    private static final boolean RACED = !ASKED.equals("off") && !ASKED.equals("always") && obstacle().isEmpty();

    /** Made when vectors are first needed: loading what they are made of takes longer than a first addition. */
    private static final class Chosen {
        static final Choice CHOICE = choose();
    }

    /** Made when they are first needed, too. */
    private static final class Plain {
        static final ScalarKernels KERNELS = new ScalarKernels();
    }

    private record Choice(KernelProvider provider, int bits, String description) {}

    private Simd() {}

    /** Returns whether kernels use vectors. */
    public static boolean isOn() {
        return Chosen.CHOICE.bits() > 0;
    }

    /** Returns whether vectors have 512 bits: with these, lanes of two are chosen by one instruction. */
    public static boolean isWide() {
        return Chosen.CHOICE.bits() >= WIDE_BITS;
    }

    /** Returns one line for people: the vectors in use, or why there are none and which flag turns them on. */
    public static String describe() {
        return Chosen.CHOICE.description();
    }

    /** Returns whether vectors are run only once they are faster: see {@link Raced}. */
    public static boolean isRaced() {
        return RACED;
    }

    /**
     * Makes an instance of what computes by vectors, as a class of its own: what the compiler gave up once it does for
     * the life of a class.
     *
     * @param maker of a class in the same package
     * @param name the class's, which must not be loaded where the module of vectors is absent; it has one constructor,
     * without parameters, and neither lambdas nor inner classes
     */
    public static <T> T anew(MethodHandles.Lookup maker, Class<T> known, String name) {
        return Template.own(maker, known, name);
    }

    static KernelProvider provider() {
        return Chosen.CHOICE.provider();
    }

    static ScalarKernels scalar() {
        return Plain.KERNELS;
    }

    private static Choice choose() {
        if (ASKED.equals("off")) {
            return new Choice(scalar(), 0,
                    "off: -D" + PROPERTY + "=off asks for it; leave that out to turn vectors on");
        }
        String obstacle = obstacle();
        if (obstacle.isEmpty()) {
            loadSegments();
            try {
                // By name: the class must not be loaded, nor verified, where the module is absent
                Class<?> type = Class.forName(Simd.class.getPackageName() + ".VectorKernels");
                int bits = (int) type.getDeclaredMethod("bits").invoke(null);
                if (bits >= 128) {
                    KernelProvider vector = (KernelProvider) type.getDeclaredConstructor(KernelProvider.class)
                            .newInstance(scalar());
                    return new Choice(vector, bits, "on: " + bits + "-bit vectors (" + MODULE + ")");
                }
                obstacle = "this processor has vectors of " + bits + " bits only, and 128 are needed";
            } catch (ReflectiveOperationException | LinkageError e) {
                obstacle = "module " + MODULE + " cannot be used: " + e;
            }
        }
        String line = "off: " + obstacle;
        System.getLogger(Simd.class.getName()).log(Level.WARNING,
                "SIMD is {0}. Arithmetic runs 1.3 to 3 times slower", line);
        return new Choice(scalar(), 0, line);
    }

    /**
     * Loads two kinds of memory segments on Java's heap, and of what they belong to. As long as the JVM has met only
     * one the compiler relies on it: with the second one all loops over memory would be thrown away at once, of which
     * some never become as fast again.
     */
    private static void loadSegments() {
        MemorySegment.ofArray(new byte[0]).copyFrom(MemorySegment.ofArray(new double[0]));
        Arena.ofConfined().close();
    }

    /** Returns what keeps vectors from being used, with its remedy; empty if nothing does. */
    private static String obstacle() {
        Module self = Simd.class.getModule();
        Module vectors = ModuleLayer.boot().findModule(MODULE).orElse(null);
        if (vectors == null || !self.canRead(vectors)) {
            return "module " + MODULE + " is not in use; start java with --add-modules " + MODULE;
        }
        // Without its optimising compiler the JVM runs the Vector API as plain objects, a hundred times slower than a
        // loop
        String mode = System.getProperty("java.vm.info", "").toLowerCase(Locale.ROOT);
        if (mode.contains("interpreted") || mode.contains("emulated-client")) {
            return "this JVM runs without its optimising compiler (" + mode
                    + "); leave out -Xint, -XX:TieredStopAtLevel";
        }
        return "";
    }
}
