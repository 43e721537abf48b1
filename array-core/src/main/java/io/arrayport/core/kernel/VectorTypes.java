package io.arrayport.core.kernel;

import java.util.List;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Lanes and operations in the words of the Vector API. */
final class VectorTypes {
    /** Not every processor with 128-bit vectors widens: without that instruction each vector is an object. */
    static final int LEAST_WIDENING_BITS = 256;
    /**
     * Of vectors that read memory itself: where they write a third array of two, with 512 a Zen 4 takes an eighth
     * longer, as loads run further ahead of stores; reductions race both. From the nearest cache 512 are a quarter
     * faster.
     */
    private static final int FAR_BITS = 256;

    private VectorTypes() {}

    /**
     * Makes what kernels hand from method to method known to our class loader, by naming it: the compiler never inlines
     * a method in whose signature it finds a class that is not, and all vectors that go through it become objects, for
     * good (measured: 10 times slower, where a program's first kernels use no mask).
     */
    static void know() {
        List<Class<?>> known = List.of(Vector.class, ByteVector.class, ShortVector.class, IntVector.class,
                LongVector.class, FloatVector.class, DoubleVector.class, VectorMask.class, VectorShuffle.class,
                VectorSpecies.class);
        assert !known.isEmpty();
    }

    /** Returns the species that this machine prefers for {@code lane}; null if vectors do not compute in it. */
    static @Nullable VectorSpecies<?> species(Lane lane) {
        return lane.isComplex() || isHalf(lane) || lane.isTime() ? null
                : VectorSpecies.of(type(lane), VectorShape.preferredShape());
    }

    /** Returns the species that this machine prefers for whole numbers as wide as those of {@code lane}. */
    static VectorSpecies<?> wholeSpecies(Lane lane) {
        Class<?> type = switch (lane.bytes()) {
            case 1 -> byte.class;
            case 2 -> short.class;
            case 4 -> int.class;
            default -> long.class;
        };
        return VectorSpecies.of(type, VectorShape.preferredShape());
    }

    /** Returns the shorter species for arrays that no cache holds; null if {@code species} is as short. */
    static @Nullable VectorSpecies<?> far(VectorSpecies<?> species) {
        return species.vectorBitSize() > FAR_BITS ? species.withShape(VectorShape.forBitSize(FAR_BITS)) : null;
    }

    static boolean isHalf(Lane lane) {
        return lane == Lane.F16 || lane == Lane.BF16;
    }

    static Class<?> type(Lane lane) {
        return switch (lane) {
            case BOOL, I8, U8 -> byte.class;
            case I16, U16 -> short.class;
            case I32, U32 -> int.class;
            case I64, U64, TIME -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            default -> throw new IllegalArgumentException("kernel: no vectors of " + lane);
        };
    }

    /**
     * Returns the operation that computes {@code op}, extrema of integers only, logical ones of bools; null if there is
     * none.
     */
    static VectorOperators.@Nullable Binary operator(Op op, Lane lane) {
        boolean bool = lane == Lane.BOOL;
        boolean unsigned = lane.isUnsigned();
        return switch (op) {
            case ADD -> bool ? VectorOperators.OR : VectorOperators.ADD;
            case SUBTRACT -> VectorOperators.SUB;
            case MULTIPLY -> bool ? VectorOperators.AND : VectorOperators.MUL;
            case DIVIDE -> VectorOperators.DIV;
            case MAXIMUM, FMAX -> bool ? VectorOperators.OR : unsigned ? VectorOperators.UMAX : VectorOperators.MAX;
            case MINIMUM, FMIN -> bool ? VectorOperators.AND : unsigned ? VectorOperators.UMIN : VectorOperators.MIN;
            case BITWISE_AND, LOGICAL_AND -> VectorOperators.AND;
            case BITWISE_OR, LOGICAL_OR -> VectorOperators.OR;
            case BITWISE_XOR, LOGICAL_XOR -> VectorOperators.XOR;
            default -> null;
        };
    }

    /** Returns the whole number that changes none that it is combined with. */
    static long identity(VectorOperators.Binary operator) {
        return operator.equals(VectorOperators.MUL) ? 1 : operator.equals(VectorOperators.AND) ? -1 : 0;
    }

    static VectorOperators.Comparison comparison(Op op, Lane lane) {
        boolean unsigned = lane.isUnsigned();
        return switch (op) {
            case EQUAL -> VectorOperators.EQ;
            case NOT_EQUAL -> VectorOperators.NE;
            case LESS -> unsigned ? VectorOperators.ULT : VectorOperators.LT;
            case LESS_EQUAL -> unsigned ? VectorOperators.ULE : VectorOperators.LE;
            case GREATER -> unsigned ? VectorOperators.UGT : VectorOperators.GT;
            case GREATER_EQUAL -> unsigned ? VectorOperators.UGE : VectorOperators.GE;
            default -> throw new IllegalArgumentException("kernel: " + op + " is not a comparison");
        };
    }

    /** Returns the shuffle that exchanges the lanes which are {@code distance} apart. */
    static VectorShuffle<?> swap(VectorSpecies<?> species, int distance) {
        return species.shuffleFromOp(i -> (i ^ distance) & (species.length() - 1));
    }

    /** Returns the shuffle that brings lanes so many places down, and the lowest to the top. */
    static VectorShuffle<?> turn(VectorSpecies<?> species, int places) {
        return species.shuffleFromOp(i -> (i + places) & (species.length() - 1));
    }

    /** Returns the shuffle that turns the order of lanes round. */
    static VectorShuffle<?> reversed(VectorSpecies<?> species) {
        return species.shuffleFromOp(i -> species.length() - 1 - i);
    }

    /** Returns what takes {@code lane} to 64 bits without changing a number; any conversion if it has them. */
    static VectorOperators.Conversion<?, ?> widening(Lane lane) {
        return switch (lane) {
            case I8 -> VectorOperators.B2L;
            case I16 -> VectorOperators.S2L;
            case BOOL, U8 -> VectorOperators.ZERO_EXTEND_B2L;
            case U16 -> VectorOperators.ZERO_EXTEND_S2L;
            case U32 -> VectorOperators.ZERO_EXTEND_I2L;
            default -> VectorOperators.I2L;
        };
    }
}
