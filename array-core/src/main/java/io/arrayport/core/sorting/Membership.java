package io.arrayport.core.sorting;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.IsinKind;
import io.arrayport.core.ndarray.IsinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.SetOption;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * Which elements are among others: those of whole numbers are marked in a table, if that is small; others are sorted,
 * and each is looked for where it belongs.
 */
public final class Membership {
    private static final BinaryUfunc MINIMUM = new BinaryUfunc(Ufuncs.MINIMUM);
    private static final BinaryUfunc GREATER_EQUAL = new BinaryUfunc(Ufuncs.GREATER_EQUAL);
    private static final BinaryUfunc LESS = new BinaryUfunc(Ufuncs.LESS);

    private Membership() {}

    /** {@code np.isin}. */
    public static NdArray isin(NdArray element, NdArray tests, IsinOption... options) {
        Option.requireDistinct("isin", options);
        boolean invert = false;
        for (IsinOption option : options) {
            switch (option) {
                case IsinOption.Invert(boolean inverted) -> invert = inverted;
                case IsinOption.KindOption(IsinKind kind) -> requireWhole(kind, element, tests);
                case SetOption.AssumeUnique _ -> {
                    // Nothing is gained by it
                }
            }
        }
        return find(element, tests, invert);
    }

    private static void requireWhole(IsinKind kind, NdArray element, NdArray tests) {
        if (kind == IsinKind.TABLE
                && ("biu".indexOf(element.dtype().kind()) < 0 || "biu".indexOf(tests.dtype().kind()) < 0)) {
            throw new IllegalArgumentException("isin: a table is for whole numbers and bools, the arrays are of "
                    + element.dtype() + " and " + tests.dtype() + "; leave out kind");
        }
    }

    /** Returns which elements are among {@code tests}, or are not: bools of their shape. */
    static NdArray find(NdArray element, NdArray tests, boolean invert) {
        DType type = Promotion.promoteTypes(element.dtype(), tests.dtype());
        if (isWhole(element.dtype()) && isWhole(tests.dtype()) && !isWhole(type)) {
            return findWhole(element, tests, invert);
        }
        NdArray found = MembershipTable.find(element, tests, invert);
        if (found != null) {
            return found;
        }
        NdArray wanted = element.astype(type, new CopyOption(false));
        try (NdArray sorted = flattened(tests, type)) {
            if (sorted.size() == 0) {
                NdArray none = NdArray.of(Sequences.empty(wanted, DType.BOOL, wanted.size()).storage(), DType.BOOL,
                        Layout.contiguous(wanted.shape(), 1));
                none.fill(invert ? 1 : 0);
                return none;
            }
            sorted.sort();
            try (NdArray places = sorted.searchsorted(wanted)) {
                MINIMUM.call(places, sorted.size() - 1, new Out(places));
                try (NdArray nearest = sorted.get(places)) {
                    return (invert ? Sequences.NOT_EQUAL : Sequences.EQUAL).call(nearest, wanted);
                }
            }
        } finally {
            Sequences.closeUnless(element, wanted);
        }
    }

    private static boolean isWhole(DType type) {
        return type.kind() == 'i' || type.kind() == 'u';
    }

    /** Signed and unsigned numbers of 64 bits have no whole type in common, but those from 0 on do. */
    private static NdArray findWhole(NdArray element, NdArray tests, boolean invert) {
        if (tests.dtype().kind() == 'i') {
            try (NdArray flat = tests.flatten(); NdArray natural = GREATER_EQUAL.call(flat, 0);
                    NdArray left = flat.get(natural); NdArray unsigned = left.astype(DType.UINT64)) {
                return find(element, unsigned, invert);
            }
        }
        try (NdArray unsigned = element.astype(DType.UINT64); NdArray negative = LESS.call(element, 0)) {
            NdArray found = find(unsigned, tests, invert);
            found.set(invert ? 1 : 0, negative);
            return found;
        }
    }

    private static NdArray flattened(NdArray tests, DType type) {
        try (NdArray converted = tests.astype(type)) {
            return converted.flatten();
        }
    }
}
