package io.arrayport.core.kernel;

import java.nio.ByteOrder;

import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Which template converts one lane to another. A vector has as many elements as fill the machine's with the widest type
 * on the way; where the narrowest then has less than 64 bits, the scalar twin converts.
 */
final class VectorConversions {
    /** Strips from which on it pays to go through a buffer. */
    private static final int LEAST_THROUGH = 64;

    private final Template<UnaryKernel> cast = new Template<>(VectorCast.class);
    private final Template<UnaryKernel> truncate = new Template<>(VectorTruncate.class);
    private final Template<UnaryKernel> unsigned = new Template<>(VectorUnsigned.class);
    private final Template<UnaryKernel> truth = new Template<>(VectorTruth.class);
    private final Template<UnaryKernel> widen = new Template<>(VectorWiden.class);
    private final Template<UnaryKernel> narrow = new Template<>(VectorNarrow.class);
    private final Template<UnaryKernel> parts = new Template<>(VectorParts.class);

    /**
     * Returns the kernel between two lanes, of which one at most is complex.
     *
     * @param twin converts the same
     */
    UnaryKernel of(Lane from, Lane to, UnaryKernel twin) {
        if (to == Lane.BOOL || from == Lane.BOOL && to.bytes() == 1) {
            return truth(from, twin);
        }
        Lane via = via(from, to);
        if (via != from && via != to) {
            return new LongStrips(new Through(Conversions.of(from, via), Conversions.of(via, to), via.bytes()), twin,
                    from.bytes(), to.bytes(), LEAST_THROUGH);
        }
        if (from.isComplex() || to.isComplex()) {
            return pairs(from, to, twin);
        }
        if (VectorTypes.isHalf(from)) {
            int length = length(Float.BYTES);
            return widen.specialise(new VectorWiden.Spec(from == Lane.BF16, shorts(length), ints(length), twin));
        }
        if (VectorTypes.isHalf(to)) {
            int length = length(from.bytes());
            return !from.isFloat() || !fits(length, to) ? twin
                    : narrow.specialise(new VectorNarrow.Spec(to == Lane.F16 ? 10 : 7,
                            species(VectorTypes.type(from), length), shorts(length), twin));
        }
        return from.isFloat() && to.isInteger() ? truncation(from, to, twin) : number(from, to, twin);
    }

    /** Returns the lane on the way that makes of the conversion two that there are templates for; an end if none. */
    private static Lane via(Lane from, Lane to) {
        if (from.isComplex() || VectorTypes.isHalf(from)) {
            return from == Lane.C128 ? Lane.F64 : Lane.F32;
        }
        if (to.isComplex()) {
            return to.part();
        }
        if (VectorTypes.isHalf(to) && from.bytes() < Long.BYTES) {
            // A float32 rounds integers of 32 bits, which only a bfloat16 is as large as
            return to == Lane.BF16 && from.isInteger() && from.bytes() == Integer.BYTES ? Lane.F64 : Lane.F32;
        }
        return to == Lane.F16 && from.isInteger() ? Lane.F64 : from == Lane.F32 && to == Lane.U64 ? Lane.F64 : from;
    }

    private UnaryKernel truth(Lane from, UnaryKernel twin) {
        int length = length(from.bytes());
        // Of a float all bits count but the sign
        long bits = VectorTypes.isHalf(from) ? 0x7FFF : from == Lane.C64 ? 0x7FFF_FFFF_7FFF_FFFFL : -1;
        Class<?> type = VectorTypes.isHalf(from) ? short.class
                : from.isComplex() ? long.class : VectorTypes.type(from);
        return from == Lane.C128 || !fits(length, Lane.BOOL) ? twin
                : truth.specialise(new VectorTruth.Spec(species(type, length), bits,
                        VectorSpecies.of(byte.class, shape(length, Byte.SIZE)), twin));
    }

    private UnaryKernel pairs(Lane from, Lane to, UnaryKernel twin) {
        if (from == Lane.C128 || to == Lane.C128) {
            int length = length(2 * Double.BYTES);
            return length < 2 ? twin
                    : parts.specialise(
                            VectorParts.Spec.of(to == Lane.C128, doubles(length), doubles(2 * length), twin));
        }
        // The real part is the low half, where it lies first
        int length = length(Long.BYTES);
        return ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN ? twin
                : cast.specialise(to.isComplex()
                        ? VectorCast.Spec.once(false, ints(length), VectorOperators.ZERO_EXTEND_I2L, longs(length),
                                twin)
                        : VectorCast.Spec.once(false, longs(length), VectorOperators.L2I, ints(length), twin));
    }

    private UnaryKernel truncation(Lane from, Lane to, UnaryKernel twin) {
        boolean wide = Truncation.of(to) != Truncation.INT;
        int length = length(wide ? Long.BYTES : Math.max(from.bytes(), Integer.BYTES));
        if (!fits(length, to)) {
            return twin;
        }
        if (to == Lane.U64) {
            return unsigned.specialise(new VectorUnsigned.Spec(false, longs(length), doubles(length), twin));
        }
        return truncate.specialise(new VectorTruncate.Spec(species(VectorTypes.type(from), length), wide,
                wide ? longs(length) : ints(length), species(VectorTypes.type(to), length), twin));
    }

    /** From bools and integers, and between float32 and float64. */
    private UnaryKernel number(Lane from, Lane to, UnaryKernel twin) {
        boolean bool = from == Lane.BOOL;
        boolean extended = to.isFloat() && (bool || from.isUnsigned());
        int middleBytes = extended ? Math.max(Integer.BYTES, 2 * from.bytes()) : to.bytes();
        int length = length(Math.min(Long.BYTES, Math.max(middleBytes, Math.max(from.bytes(), to.bytes()))));
        if (!fits(length, from) || !fits(length, to)) {
            return twin;
        }
        Class<?> in = VectorTypes.type(from);
        Class<?> out = VectorTypes.type(to);
        if (from == Lane.U64 && to.isFloat()) {
            return unsigned.specialise(new VectorUnsigned.Spec(true, longs(length), species(out, length), twin));
        }
        if (extended) {
            Class<?> middle = middleBytes == Long.BYTES ? long.class : int.class;
            return cast.specialise(new VectorCast.Spec(bool, species(in, length), extension(in, middle),
                    species(middle, length), true, VectorOperators.Conversion.ofCast(middle, out),
                    species(out, length), twin));
        }
        boolean unsigned = (bool || from.isUnsigned()) && to.bytes() > from.bytes();
        return cast.specialise(VectorCast.Spec.once(bool, species(in, length),
                unsigned ? extension(in, out) : VectorOperators.Conversion.ofCast(in, out), species(out, length),
                twin));
    }

    private static VectorOperators.Conversion<?, ?> extension(Class<?> from, Class<?> to) {
        if (from == int.class) {
            return VectorOperators.ZERO_EXTEND_I2L;
        }
        if (from == short.class) {
            return to == int.class ? VectorOperators.ZERO_EXTEND_S2I : VectorOperators.ZERO_EXTEND_S2L;
        }
        return to == short.class ? VectorOperators.ZERO_EXTEND_B2S
                : to == int.class ? VectorOperators.ZERO_EXTEND_B2I : VectorOperators.ZERO_EXTEND_B2L;
    }

    /** How many elements of {@code bytes} bytes one of the machine's vectors has. */
    private static int length(int bytes) {
        return VectorShape.preferredShape().vectorBitSize() / (Byte.SIZE * bytes);
    }

    /** Returns whether there are vectors of so many elements. */
    private static boolean fits(int length, Lane lane) {
        return length * Byte.SIZE * lane.bytes() >= VectorShape.S_64_BIT.vectorBitSize();
    }

    private static VectorShape shape(int length, int bits) {
        return VectorShape.forBitSize(length * bits);
    }

    private static VectorSpecies<?> species(Class<?> type, int length) {
        return VectorSpecies.of(type, shape(length, VectorSpecies.of(type, VectorShape.S_64_BIT).elementSize()));
    }

    private static VectorSpecies<Short> shorts(int length) {
        return VectorSpecies.of(short.class, shape(length, Short.SIZE));
    }

    private static VectorSpecies<Integer> ints(int length) {
        return VectorSpecies.of(int.class, shape(length, Integer.SIZE));
    }

    private static VectorSpecies<Long> longs(int length) {
        return VectorSpecies.of(long.class, shape(length, Long.SIZE));
    }

    private static VectorSpecies<Double> doubles(int length) {
        return VectorSpecies.of(double.class, shape(length, Double.SIZE));
    }
}
