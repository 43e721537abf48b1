package io.arrayport.core.creation;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** What {@code np.require} asks of an array. */
public enum Requirement {
    /** Row-major, without gaps. */
    C_CONTIGUOUS,
    /** Column-major, without gaps. */
    F_CONTIGUOUS,
    /** Each element at a multiple of its type's alignment. */
    ALIGNED,
    /** That elements can be set. */
    WRITEABLE,
    /** That it is all that its storage holds. */
    OWNDATA,
    /** That it is no other kind of array, which there is none of. */
    ENSUREARRAY;

    /**
     * Reads NumPy's names, long or of one letter, in either case.
     *
     * @throws IllegalArgumentException if there is none of that name, or both orders are asked for
     */
    public static Set<Requirement> named(List<String> names) {
        Set<Requirement> all = EnumSet.noneOf(Requirement.class);
        for (String name : names) {
            all.add(named(name.toUpperCase(Locale.ROOT)));
        }
        if (all.contains(C_CONTIGUOUS) && all.contains(F_CONTIGUOUS)) {
            throw new IllegalArgumentException("require: both C and F are asked for; give one order");
        }
        return all;
    }

    private static Requirement named(String name) {
        return switch (name) {
            case "C", "C_CONTIGUOUS", "CONTIGUOUS" -> C_CONTIGUOUS;
            case "F", "F_CONTIGUOUS", "FORTRAN" -> F_CONTIGUOUS;
            case "A", "ALIGNED" -> ALIGNED;
            case "W", "WRITEABLE" -> WRITEABLE;
            case "O", "OWNDATA" -> OWNDATA;
            case "E", "ENSUREARRAY" -> ENSUREARRAY;
            default -> throw new IllegalArgumentException("require: the requirement " + name + " is none of C, F, A, W,"
                    + " O, E");
        };
    }

    /** Whether it is met; what order elements lie in has been seen to. */
    public boolean isMet(NdArray array) {
        return switch (this) {
            case C_CONTIGUOUS, F_CONTIGUOUS, ENSUREARRAY -> true;
            case ALIGNED -> isAligned(array);
            case WRITEABLE -> array.isWriteable();
            case OWNDATA -> owns(array, array.storage());
        };
    }

    /**
     * Returns the array.
     *
     * @throws IllegalArgumentException if an element is infinite or NaN
     */
    public static NdArray finite(NdArray array) {
        if ("fc".indexOf(array.dtype().kind()) >= 0) {
            try (NdArray finite = Work.ISFINITE.call(array); NdArray all = finite.all()) {
                if (!all.getBoolean()) {
                    throw new IllegalArgumentException("asarrayChkfinite: an element is infinite or NaN");
                }
            }
        }
        return array;
    }

    private static boolean owns(NdArray array, Storage storage) {
        return array.layout().minByte() == 0 && array.nbytes() == storage.byteSize();
    }

    private static boolean isAligned(NdArray array) {
        long bytes = array.address();
        for (int axis = 0; axis < array.ndim(); axis++) {
            bytes |= array.shape().dim(axis) > 1 ? array.layout().stride(axis) : 0;
        }
        return (bytes & array.dtype().alignment() - 1) == 0;
    }
}
