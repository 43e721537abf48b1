package io.arrayport.core.loop;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.ElementOrder;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.memory.Memory;

/** How elements of one type, in native byte order, are compared with each other, one by one. */
sealed interface LeafOrder {
    /** As {@link Integer#compare}; NaN and no time come last. */
    int compare(long a, long b);

    /** Returns a number that is less, unsigned, only of an element that comes before. */
    long key(long at);

    /** Whether an element is not zero, or not all of its bytes are. */
    boolean isNonzero(long at);

    /** Returns the order of elements of a type that is not structured. */
    static LeafOrder of(DType type) {
        return switch (type) {
            case BoolType _ -> new Whole(new IntegerType(Byte.SIZE, false, type.order()));
            case IntegerType integer -> new Whole(integer);
            case TimeType time -> new Times(time);
            case FloatType real -> new Reals(real);
            case ComplexType complex -> new Parts(complex);
            case TextType text -> new Texts(text);
            case VoidType bytes -> new Bytes(bytes.itemsize());
            case StructType struct -> new Bytes(struct.itemsize());
            case StringType _ -> throw new DTypeException("order: elements of " + type + " are in no record");
            case NarrowFloatType _ -> throw new DTypeException("order: elements of " + type
                    + " are carried, not compared; convert them first, with astype(np.float32)");
        };
    }

    /** Integers. */
    record Whole(IntegerType type) implements LeafOrder {
        @Override
        public int compare(long a, long b) {
            return Long.compareUnsigned(key(a), key(b));
        }

        @Override
        public long key(long at) {
            long bits = Element.bits(type.itemsize(), type.order(), at);
            int spare = Long.SIZE - type.bits();
            return type.signed() ? (bits << spare >> spare) ^ Long.MIN_VALUE : bits;
        }

        @Override
        public boolean isNonzero(long at) {
            return Element.bits(type.itemsize(), type.order(), at) != 0;
        }
    }

    /** Times: no time comes last. */
    record Times(TimeType type) implements LeafOrder {
        @Override
        public int compare(long a, long b) {
            return Long.compareUnsigned(key(a), key(b));
        }

        @Override
        public long key(long at) {
            // The least count, which is no time, becomes the greatest key
            return (Element.bits(Long.BYTES, type.order(), at) ^ Long.MIN_VALUE) - 1;
        }

        @Override
        public boolean isNonzero(long at) {
            return Element.bits(Long.BYTES, type.order(), at) != 0;
        }
    }

    /** Floats: NaN comes last, and -0 is 0. */
    record Reals(FloatType type) implements LeafOrder {
        @Override
        public int compare(long a, long b) {
            return Long.compareUnsigned(key(a), key(b));
        }

        @Override
        public long key(long at) {
            return key(Element.toDouble(type, at));
        }

        static long key(double value) {
            long bits = Double.doubleToLongBits(value + 0.0); // of NaN there is one, above all others
            return bits ^ (bits >> Long.SIZE - 1 | Long.MIN_VALUE);
        }

        @Override
        public boolean isNonzero(long at) {
            return Element.toDouble(type, at) != 0;
        }
    }

    /** Complex numbers: by real part, then by imaginary part; those with a NaN come last. */
    record Parts(ComplexType type) implements LeafOrder {
        @Override
        public int compare(long a, long b) {
            Complex left = Element.toComplex(type, a);
            Complex right = Element.toComplex(type, b);
            int nans = Integer.compare(nans(left), nans(right));
            int reals = Long.compareUnsigned(Reals.key(left.real()), Reals.key(right.real()));
            return nans != 0 ? nans : reals != 0 ? reals
                    : Long.compareUnsigned(Reals.key(left.imag()), Reals.key(right.imag()));
        }

        private static int nans(Complex number) {
            return (Double.isNaN(number.real()) ? 2 : 0) + (Double.isNaN(number.imag()) ? 1 : 0);
        }

        @Override
        public long key(long at) {
            Complex number = Element.toComplex(type, at);
            return nans(number) > 0 ? -1 : Reals.key(number.real());
        }

        @Override
        public boolean isNonzero(long at) {
            Complex number = Element.toComplex(type, at);
            return number.real() != 0 || number.imag() != 0;
        }
    }

    /** Strings of one width: by their characters, which NULs at the end are not. */
    record Texts(TextType type, ElementOrder order) implements LeafOrder {
        Texts(TextType type) {
            this(type, TextKernels.order(type.unit(), type.length()));
        }

        @Override
        public int compare(long a, long b) {
            return order.compare(a, b);
        }

        @Override
        public long key(long at) {
            return order.key(at);
        }

        @Override
        public boolean isNonzero(long at) {
            return Characters.length(type, at) > 0;
        }
    }

    /**
     * Bytes: each as an unsigned number.
     *
     * @param count how many
     */
    record Bytes(int count) implements LeafOrder {
        @Override
        public int compare(long a, long b) {
            long at = Memory.segment(a, count).mismatch(Memory.segment(b, count));
            return at < 0 ? 0 : Integer.compare(at(a + at), at(b + at));
        }

        private static int at(long at) {
            return (int) Element.bits(1, ByteOrder.nativeOrder(), at);
        }

        @Override
        public long key(long at) {
            long key = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                key = key << Byte.SIZE | (i < count ? at(at + i) : 0);
            }
            return key;
        }

        @Override
        public boolean isNonzero(long at) {
            for (int i = 0; i < count; i++) {
                if (at(at + i) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
