package io.arrayport.core.blas;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ProductKernel;
import org.jspecify.annotations.Nullable;

/**
 * Whether products of matrices run on OpenBLAS, and if not, why and what turns it on. Decided once, when the first
 * product that is worth it is asked for, so that results never depend on when it was loaded.
 */
public final class Blas {
    /**
     * {@code -Dio.arrayport.blas=off} runs without; a path names a library, OpenBLAS with 32-bit counts, to be used
     * instead of that on the class path.
     */
    public static final String PROPERTY = "io.arrayport.blas";

    private static final String OFF = "off";

    private Blas() {}

    /** @param library null if there is none */
    private record Choice(@Nullable OpenBlas library, String description) {}

    /** Made when it is first asked for. */
    private static final class Chosen {
        static final Choice CHOICE = choose();
    }

    /** Returns whether OpenBLAS is used; loads it. */
    public static boolean isOn() {
        return Chosen.CHOICE.library() != null;
    }

    /** Returns one line for people: the library in use, or why there is none. */
    public static String describe() {
        return Chosen.CHOICE.description();
    }

    /** The library, loaded by the first call; null if there is none. */
    static @Nullable OpenBlas library() {
        return Chosen.CHOICE.library();
    }

    /**
     * The kernel that multiplies matrices.
     *
     * @param conjugate whether complex elements of the first matrix are conjugated
     */
    public static ProductKernel product(Lane lane, boolean conjugate) {
        ProductKernel own = Kernels.product(lane, conjugate);
        return switch (lane) {
            case F32, F64, C64, C128 -> new BlasProduct(own, lane, conjugate && lane.isComplex());
            default -> own;
        };
    }

    private static Choice choose() {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.equals(OFF)) {
            return new Choice(null, "off: -D" + PROPERTY + "=off asks for it");
        }
        try {
            SymbolLookup symbols = wanted.isEmpty() ? BundledLibrary.load()
                    : SymbolLookup.libraryLookup(Path.of(wanted).toAbsolutePath(), Arena.global());
            if (symbols == null) {
                return new Choice(null, "off: org.bytedeco:openblas for " + BundledLibrary.PLATFORM
                        + " is not on the class path; products of large matrices take up to twice as long");
            }
            OpenBlas library = new OpenBlas(symbols);
            return new Choice(library, "on: " + library.describe());
        } catch (UnusableLibrary | IllegalArgumentException | IllegalCallerException | UnsatisfiedLinkError e) {
            String line = "off: OpenBLAS is here but cannot be used: " + e.getMessage();
            System.getLogger(Blas.class.getName()).log(Level.WARNING, "BLAS is {0}", line);
            return new Choice(null, line);
        }
    }
}
