package io.arrayport.core.ndarray;

import java.math.BigInteger;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/** What the options of a search among sorted elements say together. */
record Searchsorted(Side side, @Nullable NdArray sorter) {
    private static final String OPERATION = "searchsorted";

    static Searchsorted of(SearchsortedOption... options) {
        Option.requireDistinct(OPERATION, options);
        Side side = Side.LEFT;
        NdArray sorter = null;
        for (SearchsortedOption option : options) {
            switch (option) {
                case SearchsortedOption.SideOption(Side given) -> side = given;
                case SearchsortedOption.Sorter(NdArray positions) -> sorter = positions;
            }
        }
        return new Searchsorted(side, sorter);
    }

    NdArray run(NdArray array, Number value) {
        DType type = switch (value) {
            case Float _,Double _ -> DType.FLOAT64;
            case BigInteger big when big.bitLength() >= Long.SIZE -> DType.UINT64;
            default -> DType.INT64;
        };
        NdArray scalar = Made.of(OPERATION, array, type, Layout.contiguous(Shape.of(), type.itemsize()),
                (_, _) -> {});
        try (scalar) {
            Assignment.fill(OPERATION, scalar, value);
            return run(array, scalar);
        }
    }

    NdArray run(NdArray array, NdArray values) {
        if (array.ndim() != 1) {
            throw new ShapeException(OPERATION + ": the array that is searched has shape " + array.shape()
                    + ", it must have one axis; use ravel()");
        }
        DType type = Promotion.promoteTypes(array.dtype(), values.dtype());
        if (sorter == null) {
            return found(array, null, values, type);
        }
        requirePositions(sorter, array);
        // A copy, which nobody changes between the look at its bounds and the search, which follows it unchecked
        try (NdArray positions = sorter.astype(DType.INT64)) {
            requireBounds(positions, array);
            return found(array, positions, values, type);
        }
    }

    private static void requirePositions(NdArray sorter, NdArray array) {
        if ("iu".indexOf(sorter.dtype().kind()) < 0 || sorter.dtype().equals(DType.UINT64)) {
            throw new DTypeException(OPERATION + ": sorter is " + sorter.dtype()
                    + ", positions are integers that fit int64; use astype");
        }
        if (!sorter.shape().equals(array.shape())) {
            throw new IllegalArgumentException(OPERATION + ": sorter has shape " + sorter.shape() + ", the array "
                    + array.shape() + "; it must be argsort() of it");
        }
    }

    private static void requireBounds(NdArray positions, NdArray array) {
        if (positions.size() == 0) {
            return;
        }
        try (NdArray least = positions.min(); NdArray most = positions.max()) {
            if (least.getLong() < 0 || most.getLong() >= array.size()) {
                throw new IllegalArgumentException(OPERATION + ": sorter has positions from " + least.getLong() + " to "
                        + most.getLong() + ", the array has " + array.size() + " elements");
            }
        }
    }

    private NdArray found(NdArray array, @Nullable NdArray positions, NdArray values, DType type) {
        NdArray among = array.astype(type, new Option.CopyOption(false));
        try {
            NdArray wanted = values.astype(type, new Option.CopyOption(false));
            try {
                return held(among, positions, wanted);
            } finally {
                closeUnless(values, wanted);
            }
        } finally {
            closeUnless(array, among);
        }
    }

    private NdArray held(NdArray among, @Nullable NdArray positions, NdArray wanted) {
        among.storage().acquire();
        try {
            if (positions != null) {
                positions.storage().acquire();
            }
            try {
                return Made.of(OPERATION, wanted, DType.INT64, Layout.contiguous(wanted.shape(), Long.BYTES),
                        (backend, made) -> backend.searchsorted(among.operand(),
                                positions == null ? null : positions.operand(), wanted.operand(), side == Side.RIGHT,
                                made));
            } finally {
                if (positions != null) {
                    positions.storage().release();
                }
            }
        } finally {
            among.storage().release();
        }
    }

    private static void closeUnless(NdArray own, NdArray array) {
        if (array.storage() != own.storage()) {
            array.close();
        }
    }
}
